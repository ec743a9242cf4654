import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { Answered } from '../../../parts/states/states.js';
import { useSession } from '../../../session/session.js';
import { ActionRows } from '../../../parts/action-row/action-rows.js';
import { MonthStrip } from '../../../parts/month-strip/month-strip.js';
import { Section } from '../../../parts/section/section.js';
import { addDays } from '../../../words/dates.js';
import { schoolYearInWords } from '../../../words/school-years.js';
import { NextMeeting } from './next-meeting.js';
import { OwnFigures } from './own-figures.js';
import { ProtocolsThatWait } from './protocols-that-wait.js';
import styles from './start-unit-leader.module.css';

/** Most actions shown; the rest is in the whole list. */
const ACTIONS_SHOWN = 8;
const PROTOCOLS_SHOWN = 3;
/** Days; older protocols are left to the coordinator and are listed among the meetings. */
const WAITED_AT_MOST_DAYS = 365;

/** One unit: next meeting, missing protocols, the year, and agreed actions. Nothing else. */
export function UnitStart({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('start-unit-leader');
  const { who } = useSession();
  const overview = useRead('/api/units/{unitId}/overview', { path: { unitId } });
  const waiting = useRead('/api/meetings', {
    query: {
      unitId,
      awaits: 'protocol',
      from: addDays(who.today, -WAITED_AT_MOST_DAYS),
      order: 'latest',
      size: 20,
    },
  });
  const actions = useRead('/api/actions', { query: { unit: unitId, status: 'open', size: ACTIONS_SHOWN } });
  return (
    <Answered of={overview}>
      {({ name, months, schoolYear, coverage, nextMeeting, hostUnitId, overdueActions }) => (
        <article aria-labelledby={`unit-${unitId}`} className={styles.unit}>
          <Heading level={2} data-size="sm" id={`unit-${unitId}`} className={styles.name}>
            <Link to={`/enheter/${unitId}`}>{name}</Link>
          </Heading>
          <Answered of={waiting}>
            {({ items }) => {
              const waits = items.filter(({ on }) => on < who.today);
              const isToday = nextMeeting?.on === who.today;
              const late = new Set(
                months
                  .filter(({ state }) => state === 'protocol-late')
                  .flatMap(({ meetings }) => meetings.map(({ meetingId }) => meetingId)),
              );
              return (
                <>
                  <NextMeeting
                    unitId={unitId}
                    meeting={nextMeeting}
                    today={who.today}
                    isGuest={hostUnitId !== null}
                    isPrimary={isToday || waits.length === 0}
                  />
                  <ProtocolsThatWait
                    unitId={unitId}
                    meetings={waits.slice(0, PROTOCOLS_SHOWN)}
                    more={Math.max(0, waits.length - PROTOCOLS_SHOWN)}
                    late={late}
                    today={who.today}
                    isPrimary={!isToday}
                  />
                </>
              );
            }}
          </Answered>
          <Section
            id={`year-${unitId}`}
            level={3}
            title={t('year.title', { year: schoolYearInWords(schoolYear) })}
            lead={coverage && coverage.obliged > 0 ? t('year.coverage', coverage) : undefined}
          >
            <MonthStrip months={months} today={who.today} />
          </Section>
          <Section
            id={`actions-${unitId}`}
            level={3}
            title={t('actions.title')}
            lead={overdueActions ? t('actions.overdue', { count: overdueActions }) : undefined}
          >
            <Answered of={actions}>
              {({ items, total }) => (
                <div>
                  {total === 0 && <Paragraph className={styles.quiet}>{t('actions.none')}</Paragraph>}
                  <ActionRows withUnit={false} groups={[{ key: unitId, actions: items }]} />
                  {total > items.length && (
                    <Link to={`/tiltak?enhet=${unitId}`}>{t('actions.all', { count: total })}</Link>
                  )}
                </div>
              )}
            </Answered>
          </Section>
          <OwnFigures unitId={unitId} />
        </article>
      )}
    </Answered>
  );
}
