import { Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useOnce } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import type { ToldAlert } from '../../parts/told-alerts/alert-place.js';
import { AlertRow } from '../../parts/told-alerts/alert-row.js';
import rows from '../../parts/told-alerts/told-alerts.module.css';
import type { AlertKind } from './alerts-address.js';
import styles from './alerts.module.css';
import { ALL, countOf, isChosen, NONE, toggled, type Chosen } from './chosen.js';

/** The most alerts that the API gives at once. */
const PAGE = 200;
/** Alerts released by one request. */
const AT_ONCE = 500;

interface AlertFilter {
  readonly kind?: AlertKind;
  readonly unit?: string;
  readonly owner?: string;
}
interface WaitingAlertsProps {
  /** The page of the list that is shown. */
  readonly alerts: readonly ToldAlert[];
  /** Alerts on all pages. */
  readonly total: number;
  /** The filters of the page. */
  readonly filter: AlertFilter;
}

/** Alerts that were held back after days without mail: the coordinator chooses which of them are to be told. */
export function WaitingAlerts({ alerts, total, filter }: WaitingAlertsProps) {
  const { t } = useTranslation('alerts');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const once = useOnce();
  const [chosen, setChosen] = useState<Chosen>(NONE);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const count = countOf(chosen, total);
  const release = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const released = await releaseAll(await idsOf(chosen, filter));
      announce(t('release.done', { count: released }));
      setChosen(NONE);
    } catch (fault) {
      setProblem(fault);
    } finally {
      await refetchChanged('alert');
      setBusy(false);
    }
  };
  return (
    <>
      <div className={styles.release}>
        <Paragraph>{t('release.what')}</Paragraph>
        <Checkbox
          label={t('release.all', { count: total })}
          checked={count === total}
          onChange={({ target }) => setChosen(target.checked ? ALL : NONE)}
        />
        <div>
          <Button aria-busy={busy} disabled={count === 0} onClick={() => void once(release)}>
            {t('release.do', { count })}
          </Button>
        </div>
        {problem !== undefined && <ProblemShown problem={problem} />}
      </div>
      <ul className={rows.alerts}>
        {alerts.map((alert) => (
          <AlertRow
            key={alert.alertId}
            alert={alert}
            before={
              <Checkbox
                aria-label={t('release.choose', { what: alert.about ?? alert.text })}
                checked={isChosen(chosen, alert.alertId)}
                onChange={() => setChosen(toggled(chosen, alert.alertId))}
              />
            }
          />
        ))}
      </ul>
    </>
  );
}

/** Ids of the chosen alerts, on whatever page of the list. */
async function idsOf(chosen: Chosen, filter: AlertFilter): Promise<readonly string[]> {
  if (!chosen.isAll) return [...chosen.ids];
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const query = { list: 'waiting', page, size: PAGE, ...filter } as const;
    const { items, total } = await read('/api/alerts/told', { query });
    ids.push(...items.map(({ alertId }) => alertId));
    if (page * PAGE >= total) return ids.filter((id) => isChosen(chosen, id));
  }
}

/** Releases alerts in turn; after a fault the rest still waits and can be released again. */
async function releaseAll(alertIds: readonly string[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < alertIds.length; from += AT_ONCE) {
    const body = { alertIds: alertIds.slice(from, from + AT_ONCE) };
    count += (await answered(api.POST('/api/alerts/releases', { body }))).released;
  }
  return count;
}
