import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { Answered } from '../../../parts/states/states.js';
import { addDays, longDay, timeOfDay, weekdayOf, weekOf } from '../../../words/dates.js';
import styles from './member-start.module.css';

const WEEK = 7;
/** All units: a municipality has about 144. */
const ALL = 200;

/** Meetings that the user is called to or is a standing participant of, in this week and the next. */
export function MyMeetings() {
  const { t } = useTranslation('start-member');
  const { who } = useSession();
  const { today } = who;
  const monday = addDays(today, 1 - weekdayOf(today));
  const next = addDays(monday, WEEK);
  const meetings = useRead('/api/meetings', {
    query: { mine: 'true', from: today, to: addDays(next, WEEK - 1), size: ALL },
  });
  const units = useRead('/api/units', { query: { size: ALL } }, { staleTime: Infinity });
  const names = new Map(units.data?.items.map(({ unitId, name }) => [unitId, name]));
  return (
    <section aria-labelledby="my-meetings">
      <h2 id="my-meetings" className={styles.heading}>
        {t('meetings.title')}
      </h2>
      <Answered of={meetings}>
        {({ items }) => {
          const mine = items.filter(({ state }) => state !== 'cancelled');
          return (
            <>
              <Week
                title={t('meetings.thisWeek', { week: weekOf(today) })}
                none={t('meetings.noneLeft')}
                meetings={mine.filter(({ on }) => on < next)}
                names={names}
              />
              <Week
                title={t('meetings.nextWeek', { week: weekOf(next) })}
                none={t('meetings.none')}
                meetings={mine.filter(({ on }) => on >= next)}
                names={names}
              />
            </>
          );
        }}
      </Answered>
    </section>
  );
}

interface WeekProps {
  readonly title: string;
  readonly none: string;
  readonly meetings: Answer<'/api/meetings'>['items'];
  readonly names: ReadonlyMap<string, string>;
}

/** False for a meeting that has been held, although it may have been today: nobody is called in to it any more. */
const isToCome = (state: Answer<'/api/meetings'>['items'][number]['state']) => state !== 'held' && state !== 'filed';

function Week({ title, none, meetings, names }: WeekProps) {
  const { t } = useTranslation('start-member');
  const { who } = useSession();
  const language = currentLanguage();
  return (
    <>
      <h3 className={styles.week}>{title}</h3>
      {meetings.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul className={styles.meetings}>
          {meetings.map(({ meetingId, unitIds, on, startsAt, place, isCalled, state }) => (
            <li key={meetingId}>
              <Link to={`/moter/${meetingId}`}>
                {listed(
                  unitIds.map((id) => names.get(id) ?? '…'),
                  language,
                )}
              </Link>
              <span className={styles.when}>
                {[
                  t('meetings.when', { day: longDay(on, language, who.today), time: timeOfDay(startsAt, language) }),
                  place,
                  !isCalled && isToCome(state) && t('meetings.notCalled'),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
