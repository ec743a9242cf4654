import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { monthName } from '../../../words/months.js';
import styles from './month-so-far.module.css';

type SoFar = Answer<'/api/start/coordinator'>['thisMonth'];

/** «28 av 29 enheter har hatt møte i november», with the same day a year ago. */
export function MonthSoFar({ thisMonth, lastYear }: { readonly thisMonth: SoFar; readonly lastYear: SoFar }) {
  const { t } = useTranslation('start-coordinator');
  const month = monthName(thisMonth.month, currentLanguage());
  if (thisMonth.obliged === 0) return <Paragraph>{t('month.none', { month })}</Paragraph>;
  return (
    <div className={styles.soFar}>
      <p className={styles.figure}>
        <strong>{t('month.of', { held: thisMonth.held, obliged: thisMonth.obliged })}</strong>{' '}
        {t('month.held', { month })}
      </p>
      <Bar of={thisMonth} />
      {lastYear.obliged > 0 && (
        <>
          <Paragraph data-size="sm" className={styles.lastYear}>
            {t('month.lastYear', { held: lastYear.held, obliged: lastYear.obliged })}
          </Paragraph>
          <Bar of={lastYear} quiet />
        </>
      )}
    </div>
  );
}

/** The share as a bar; the figures beside it give the same in words. */
const Bar = ({ of: { held, obliged }, quiet = false }: { readonly of: SoFar; readonly quiet?: boolean }) => (
  <svg className={styles.bar} data-quiet={quiet} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
    <rect width="100" height="4" className={styles.all} />
    <rect width={(100 * held) / obliged} height="4" className={styles.held} />
  </svg>
);
