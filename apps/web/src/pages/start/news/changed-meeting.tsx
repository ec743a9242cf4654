import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { mediumDay, timeOfDay } from '../../../words/dates.js';
import styles from './news.module.css';
import { ChangeDetails } from './change-details.js';

type Change = Extract<Answer<'/api/news'>['items'][number], { readonly about: 'meeting' }>;
type Appointment = NonNullable<Change['before']>;

/** Change of a meeting: from the last known to the current state. */
export function ChangedMeeting({ change }: { readonly change: Change }) {
  const { t } = useTranslation('news');
  const { meetingId, units, what, before, after, reason, mayOpen, kind, urgent } = change;
  const name = listed(
    units.map((unit) => unit.name),
    currentLanguage(),
  );
  const word = t(`what.${what === 'called' ? `called-${kind}` : what}`);
  return (
    <>
      <Paragraph className={styles.line}>
        {mayOpen ? <Link to={`/moter/${meetingId}`}>{name}</Link> : <span>{name}</span>}{' '}
        <strong>{urgent && what === 'called' ? t('urgent', { what: word }) : word}</strong>
      </Paragraph>
      <FromTo what={what} before={before} after={after} />
      <ChangeDetails by={change.by} at={change.at} reason={reason} />
    </>
  );
}

/** «tirsdag 10. nov. kl. 12.30 → tirsdag 17. nov. kl. 12.30», and the place if it changed. */
function FromTo({ what, before, after }: Pick<Change, 'what' | 'before' | 'after'>) {
  const { t } = useTranslation('news');
  const { who } = useSession();
  const language = currentLanguage();
  const when = ({ on, startsAt }: Appointment) =>
    t('when', { day: mediumDay(on, language, who.today), time: timeOfDay(startsAt, language) });
  const stands = after ?? before;
  if (!stands) return null;
  if (what === 'cancelled')
    return (
      <Paragraph>
        <s className={styles.gone}>{when(stands)}</s>
      </Paragraph>
    );
  // An unknown meeting is shown in full, a known one only by its changes.
  if (before === null || after === null)
    return <Paragraph>{[when(stands), stands.place].filter(Boolean).join(', ')}</Paragraph>;
  return (
    <>
      <Paragraph>
        {what === 'relocated' ? when(after) : <FromOneToAnother from={when(before)} to={when(after)} />}
      </Paragraph>
      {before.place !== after.place && (
        <Paragraph>
          {t('place')} <FromOneToAnother from={before.place ?? t('noPlace')} to={after.place ?? t('noPlace')} />
        </Paragraph>
      )}
    </>
  );
}

/** An arrow on the screen, a word for screen readers. */
function FromOneToAnother({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation('news');
  return (
    <>
      <span className={styles.before}>{from}</span> <span aria-hidden>→</span>
      <span className="only-for-readers">{t('to')}</span> <span className={styles.after}>{to}</span>
    </>
  );
}
