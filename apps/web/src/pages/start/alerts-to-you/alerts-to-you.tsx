import { Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { useNewAlerts, useSeenAlerts } from '../../../parts/new-alerts/new-alerts.js';
import { Section } from '../../../parts/section/section.js';
import { AlertRow } from '../../../parts/told-alerts/alert-row.js';
import styles from '../../../parts/told-alerts/told-alerts.module.css';

/** Most alerts on the start page; the rest is in the whole list. */
const SHOWN = 5;

/** The alerts that told the user and are still open; nothing where there is none. */
export function AlertsToYou() {
  const { t } = useTranslation('told-alerts');
  const { data } = useRead('/api/alerts/told', { query: { list: 'mine', size: SHOWN } });
  const fresh = useNewAlerts();
  useSeenAlerts(data?.latestToldOn);
  if (!data || data.total === 0) return null;
  return (
    <div className={styles.toYou}>
      <Section
        id="told-alerts"
        title={
          <>
            {t('toYou.title', { count: data.total })}{' '}
            {fresh > 0 && <Tag data-color="accent">{t('toYou.fresh', { count: fresh })}</Tag>}
          </>
        }
        lead={t('toYou.lead')}
      >
        <ul className={styles.alerts}>
          {data.items.map((alert) => (
            <AlertRow key={alert.alertId} alert={alert} />
          ))}
        </ul>
        {data.total > data.items.length && (
          <Link to="/oppfolging/varsler">{t('toYou.all', { count: data.total })}</Link>
        )}
      </Section>
    </div>
  );
}
