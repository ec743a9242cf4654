import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { useNewAlerts } from '../../../parts/new-alerts/new-alerts.js';
import { Answered, Loading } from '../../../parts/states/states.js';
import { useWaitingSignIns } from '../../../parts/waiting-sign-ins/waiting-sign-ins.js';
import { CallFirst } from './call-first.js';
import { Changes } from './changes.js';
import { MonthSoFar } from './month-so-far.js';
import styles from './coordinator-start.module.css';

/** Start page of the coordinator: the month so far, units to call, news. */
export function CoordinatorStart() {
  const { t } = useTranslation('start-coordinator');
  const start = useRead('/api/start/coordinator');
  const unreached = useRead('/api/mail/unreached', { query: { size: 1 } });
  const newAlerts = useNewAlerts();
  const { waiting, isLoading } = useWaitingSignIns();
  const noMail = unreached.data?.total ?? 0;
  // Shown together, so that nothing moves while the user reads.
  if (unreached.isLoading || isLoading) return <Loading />;
  return (
    <Answered of={start}>
      {({ thisMonth, lastYear, changes, callFirst, unitsBehind, overdueActions, orphans, refusedDecisions, today }) => (
        <div className={styles.start}>
          <MonthSoFar thisMonth={thisMonth} lastYear={lastYear} />
          <ul className={styles.links}>
            <li>
              <Button asChild>
                <Link to="/oppfolging">{t('links.board')}</Link>
              </Button>
            </li>
            {waiting > 0 && (
              <li>
                <Link to="/innlogginger">{t('links.waiting', { count: waiting })}</Link>
              </li>
            )}
            {newAlerts > 0 && (
              <li>
                <Link to="/oppfolging/varsler">{t('links.newAlerts', { count: newAlerts })}</Link>
              </li>
            )}
            {noMail > 0 && (
              <li>
                <Link to="/oppfolging/varsler/ikke-nadd">{t('links.unreached', { count: noMail })}</Link>
              </li>
            )}
            {overdueActions > 0 && (
              <li>
                <Link to="/oppfolging/over-frist">{t('links.overdue', { count: overdueActions })}</Link>
              </li>
            )}
            {orphans > 0 && (
              <li>
                <Link to="/oppfolging/uten-ansvarlig">{t('links.orphans', { count: orphans })}</Link>
              </li>
            )}
            {refusedDecisions > 0 && (
              <li>
                <Link to="/oppfolging/avvik">{t('links.refusedDecisions', { count: refusedDecisions })}</Link>
              </li>
            )}
          </ul>
          <CallFirst units={callFirst} behind={unitsBehind} />
          <Changes changes={changes} today={today} />
        </div>
      )}
    </Answered>
  );
}
