import { Field, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { AlertRow } from '../../parts/told-alerts/alert-row.js';
import rows from '../../parts/told-alerts/told-alerts.module.css';
import { useMay } from '../../session/session.js';
import {
  ALERT_KINDS,
  alertsAddressOf,
  alertsViewOf,
  type AlertKind,
  type AlertList,
  type AlertsView,
} from './alerts-address.js';
import styles from './alerts.module.css';
import { WaitingAlerts } from './waiting-alerts.js';

const SIZE = 50;

/** Alerts that were told about matters that are still open, and those that wait for the coordinator (R5, R21). */
export function Component() {
  const { t } = useTranslation('alerts');
  const [address, setAddress] = useSearchParams();
  const { list, kind, page } = alertsViewOf(address);
  const change = (changes: Partial<AlertsView>) => {
    // the current URL, even before the page is rendered with it: of two quick choices none is lost
    const now = alertsViewOf(new URLSearchParams(window.location.search));
    setAddress(alertsAddressOf({ ...now, page: 1, ...changes }), { replace: changes.page === undefined });
  };
  const ofKind = kind ? { kind } : {};
  const alerts = useRead(
    '/api/alerts/told',
    { query: { list, page, size: SIZE, ...ofKind } },
    { keepWhileAsking: true },
  );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      {mayRead(alerts) && <Filters list={list} kind={kind} onChange={change} />}
      {list !== 'waiting' && <SomeWait />}
      <Answered of={alerts}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t(kind ? 'empty.filtered' : `empty.${list}`)}>{t(`empty.${list}Detail`)}</Empty>
          ) : (
            <>
              {list === 'waiting' && !alerts.isPlaceholderData ? (
                <WaitingAlerts key={kind ?? ''} alerts={items} total={total} kind={kind} />
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

interface FiltersProps extends Pick<AlertsView, 'list' | 'kind'> {
  readonly onChange: (changes: Partial<AlertsView>) => void;
}

function Filters({ list, kind, onChange }: FiltersProps) {
  const { t } = useTranslation('alerts');
  const mayRelease = useMay('follow-up.write');
  const lists: readonly AlertList[] = mayRelease ? ['mine', 'all', 'waiting'] : ['mine', 'all'];
  return (
    <div className={styles.filters} role="group" aria-label={t('filters.label')}>
      <Field data-size="sm">
        <Label>{t('filters.list')}</Label>
        <Select value={list} onChange={({ target }) => onChange({ list: target.value as AlertList })}>
          {lists.map((it) => (
            <Select.Option key={it} value={it}>
              {t(`lists.${it}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field data-size="sm">
        <Label>{t('filters.kind')}</Label>
        <Select
          value={kind ?? ''}
          onChange={({ target }) => onChange({ kind: target.value === '' ? undefined : (target.value as AlertKind) })}
        >
          <Select.Option value="">{t('filters.allKinds')}</Select.Option>
          {ALERT_KINDS.map((it) => (
            <Select.Option key={it} value={it}>
              {t(`kinds.${it}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
    </div>
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
