import { Timeline } from '../timeline/timeline.js';
import type { ToldAlert } from './alert-place.js';
import { useAlertWords } from './alert-words.js';

/** Everything that happened to an alert: who was told, and what they did about it. */
export function AlertHistory({ alert }: { readonly alert: ToldAlert }) {
  const { t, stepOf, namesOf } = useAlertWords();
  const label = t('history.of', { what: alert.about ?? alert.text });
  return (
    <Timeline
      label={label}
      happenings={alert.history.map(({ what, on, by, step, to, note }, at) => ({
        key: String(at),
        on,
        what: t(`history.${what}`, { names: namesOf(to), step: step === null ? '' : stepOf(step) }),
        by: by === null ? t('history.bySystem') : (by.name ?? t('unnamed')),
        note,
      }))}
    />
  );
}
