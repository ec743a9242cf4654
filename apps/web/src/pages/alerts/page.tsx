import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { useSeenAlerts } from '../../parts/new-alerts/new-alerts.js';
import { AlertLinks } from '../../parts/page-links/alert-links.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { AlertRow } from '../../parts/told-alerts/alert-row.js';
import rows from '../../parts/told-alerts/told-alerts.module.css';
import { useMay } from '../../session/session.js';
import { alertsAddressOf, alertsViewOf, type AlertsView } from './alerts-address.js';
import styles from './alerts.module.css';
import { Filters } from './filters.js';
import { WaitingAlerts } from './waiting-alerts.js';

const SIZE = 50;

/** Alerts that were told about matters that are still open, and those that wait for the coordinator (R5, R21). */
export function Component() {
  const { t } = useTranslation('alerts');
  const [address, setAddress] = useSearchParams();
  const view = alertsViewOf(address);
  const { list, kind, unit, owner, page } = view;
  const change = (changes: Partial<AlertsView>) => {
    // the current URL, even before the page is rendered with it: of two quick choices none is lost
    const now = alertsViewOf(new URLSearchParams(window.location.search));
    setAddress(alertsAddressOf({ ...now, page: 1, ...changes }), { replace: changes.page === undefined });
  };
  const filter = { ...(kind && { kind }), ...(unit && { unit }), ...(owner && { owner }) };
  const alerts = useRead(
    '/api/alerts/told',
    { query: { list, page, size: SIZE, ...filter } },
    { keepWhileAsking: true },
  );
  useSeenAlerts(list === 'mine' ? alerts.data?.latestToldOn : null);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      <AlertLinks />
      {mayRead(alerts) && (
        <Filters view={view} units={alerts.data?.units ?? []} owners={alerts.data?.owners ?? []} onChange={change} />
      )}
      {list !== 'waiting' && <SomeWait />}
      <Answered of={alerts}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t(isFiltered ? 'empty.filtered' : `empty.${list}`)}>{t(`empty.${list}Detail`)}</Empty>
          ) : (
            <>
              {list === 'waiting' && !alerts.isPlaceholderData ? (
                <WaitingAlerts key={JSON.stringify(filter)} alerts={items} total={total} filter={filter} />
              ) : (
                <>
                  <Paragraph data-size="sm">{t('count', { count: total })}</Paragraph>
                  <ul className={rows.alerts}>
                    {items.map((alert) => (
                      <AlertRow key={alert.alertId} alert={alert} />
                    ))}
                  </ul>
                </>
              )}
              <Pages page={page} total={total} size={SIZE} onChange={(next) => change({ page: next })} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** Says on the other lists that alerts wait for the coordinator. */
function SomeWait() {
  const { t } = useTranslation('alerts');
  const mayRelease = useMay('follow-up.write');
  const waiting = useRead('/api/alerts/told', { query: { list: 'waiting', size: 1 } }, { enabled: mayRelease });
  const count = waiting.data?.total ?? 0;
  if (count === 0) return null;
  return (
    <Paragraph className={styles.wait}>
      {t('someWait', { count })} <Link to="?liste=venter">{t('seeThem')}</Link>
    </Paragraph>
  );
}
