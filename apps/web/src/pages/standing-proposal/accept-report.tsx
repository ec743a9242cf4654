import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemShown } from '../../parts/states/states.js';
import type { Table } from './tables.js';
import type { Progress } from './use-accept.js';
import styles from './standing-proposal.module.css';

/** Progress of the acceptance. */
export function AcceptProgress({ progress: { done, total } }: { readonly progress: Progress }) {
  const { t } = useTranslation('standing-proposal');
  const label = useId();
  return (
    <div className={styles.progress}>
      <span id={label}>{t('report.running', { count: done, total })}</span>
      <progress value={done} max={total} aria-labelledby={label} />
    </div>
  );
}

/** Number of accepted units, and every refused unit with the reason. It takes the focus: the accepted units are gone. */
export function AcceptReport({ progress, units }: { readonly progress: Progress; readonly units: readonly Table[] }) {
  const { t } = useTranslation('standing-proposal');
  const report = useRef<HTMLDivElement>(null);
  useEffect(() => report.current?.focus(), []);
  const { done, total, units: count, refused, problem } = progress;
  const nameOf = (id: string) => units.find(({ unitId }) => unitId === id)?.name ?? id;
  return (
    <div ref={report} tabIndex={-1} className={styles.report}>
      <Alert data-color={refused.length > 0 || problem ? 'warning' : 'success'} role="status">
        <Paragraph>{t('report.done', { count })}</Paragraph>
        {refused.length > 0 && (
          <>
            <Paragraph>{t('report.refused', { count: refused.length })}</Paragraph>
            <ul className={styles.plain}>
              {refused.map(({ unitId, why }) => (
                <li key={unitId}>
                  {nameOf(unitId)}: {why}
                </li>
              ))}
            </ul>
          </>
        )}
        {problem && <Paragraph>{t('report.stopped', { count: total - done })}</Paragraph>}
      </Alert>
      {problem && <ProblemShown problem={problem} />}
    </div>
  );
}
