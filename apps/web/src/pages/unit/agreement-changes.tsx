import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { longDay, timeOfDay } from '../../words/dates.js';
import { useSession } from '../../session/session.js';
import type { Agreement } from './agreement-answer.js';

/** Differences between the latest version and the year plan and register of today; nothing where there are none. */
export function AgreementChanges({ changes }: { readonly changes: NonNullable<Agreement['changes']> }) {
  const { t } = useTranslation('unit');
  const language = currentLanguage();
  const { who } = useSession();
  const at = ({ on, startsAt }: { readonly on: string; readonly startsAt: string }) =>
    t('next.at', { day: longDay(on, language, who.today), time: timeOfDay(startsAt, language) });
  const { dates, members, services } = changes;
  const lines = [
    ...dates.added.map((it) => t('agreement.change.dateAdded', { day: at(it) })),
    ...dates.removed.map((it) => t('agreement.change.dateRemoved', { day: at(it) })),
    ...dates.moved.map(({ from, to }) => t('agreement.change.dateMoved', { from: at(from), to: at(to) })),
    ...members.added.map((name) => t('agreement.change.memberAdded', { name })),
    ...members.removed.map((name) => t('agreement.change.memberRemoved', { name })),
    ...members.otherDeputy.map((name) => t('agreement.change.otherDeputy', { name })),
    ...services.added.map((name) => t('agreement.change.serviceAdded', { name })),
    ...services.removed.map((name) => t('agreement.change.serviceRemoved', { name })),
    ...services.otherDuty.map((name) => t('agreement.change.otherDuty', { name })),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <p>{t('agreement.change.title')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
