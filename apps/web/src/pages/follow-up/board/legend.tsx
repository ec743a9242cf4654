import { useTranslation } from 'react-i18next';
import { MONTH_STATES, MonthStateShown } from '../../../parts/month-mark/month-mark.js';
import styles from './legend.module.css';

/** Meaning of the symbols. */
export function Legend() {
  const { t } = useTranslation('follow-up');
  return (
    <ul className={styles.legend} aria-label={t('board.legend')}>
      {MONTH_STATES.filter((state) => state !== 'not-obliged').map((state) => (
        <li key={state}>
          <MonthStateShown state={state} />
        </li>
      ))}
    </ul>
  );
}
