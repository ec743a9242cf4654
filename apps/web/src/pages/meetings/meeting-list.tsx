import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { longDay, timeOfDay } from '../../words/dates.js';
import styles from './meetings.module.css';

type Item = Answer<'/api/meetings'>['items'][number];

/** Meetings, one line each: time, units, state. */
export function MeetingList({ meetings, strong }: { readonly meetings: readonly Item[]; readonly strong?: boolean }) {
  const { t } = useTranslation('meetings');
  const { who } = useSession();
  const language = currentLanguage();
  const units = useRead('/api/units', { query: { size: 200 } }, { staleTime: Infinity });
  const nameOf = (id: string) => units.data?.items.find(({ unitId }) => unitId === id)?.name ?? '';
  return (
    <ul className={styles.list}>
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <Link to={`/moter/${meeting.meetingId}`} data-strong={strong || undefined}>
            {longDay(meeting.on, language, who.today)}
          </Link>
          <span>
            {listed(meeting.unitIds.map(nameOf), language)}
            <small>
              {t('at', { time: timeOfDay(meeting.startsAt, language) })}
              {meeting.place ? `, ${meeting.place}` : ''}
              {meeting.kind !== 'ordinary' && ` · ${t(`kind.${meeting.kind}`)}`}
            </small>
          </span>
          <span className={styles.state} data-state={stateOf(meeting, who.today)}>
            {t(`state.${stateOf(meeting, who.today)}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/**
 * A held meeting lacks its protocol; one whose day has passed is unconfirmed until it is reported as held. «Called» is
 * said only to those who are; a deputy and a planner read that notice is given.
 */
const stateOf = ({ state, on, youAreCalled }: Item, today: string) => {
  if (state === 'filed' || state === 'lost' || state === 'cancelled') return state;
  if (state === 'held') return 'waiting';
  if (on < today) return 'unconfirmed';
  return state === 'called' && !youAreCalled ? 'othersCalled' : state;
};
