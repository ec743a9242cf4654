import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import type { Kind, Receiver, Step } from './draft.js';

/** Words for kinds, steps and receivers. */
export function useLadderWords() {
  const { t } = useTranslation('ladder');
  /** «3 virkedager før fristen» */
  const dayOf = (kind: Kind, workingDays: number): string => {
    const count = Math.abs(workingDays);
    if (kind === 'month-unplanned') return t(count === 0 ? 'days.lastOfMonth' : 'days.left', { count });
    const from = t(`from.${kind}`);
    if (count === 0) return t('days.same', { from });
    return t(workingDays < 0 ? 'days.before' : 'days.after', { count, from });
  };
  const receiverOf = (receiver: Receiver): string => t(`receivers.${receiver}`);
  return {
    dayOf,
    receiverOf,
    kindOf: (kind: Kind): string => t(`kinds.${kind}`),
    /** «3 virkedager før fristen: den ansvarlige» */
    stepOf: (kind: Kind, { workingDays, to }: Step): string =>
      t('step', { day: dayOf(kind, workingDays), who: listed(to.map(receiverOf), currentLanguage()) }),
  };
}
