import { useTranslation } from 'react-i18next';
import styles from './waiting-cards.module.css';

const CARDS = 6;

/** Cards without contents, of the height of real ones, shown once the wait is longer than 300 ms. */
export function WaitingCards() {
  const { t } = useTranslation('parts');
  return (
    <div className={styles.cards} role="status" aria-label={t('states.loading')} data-waiting>
      {Array.from({ length: CARDS }, (_, i) => (
        <div key={i} className={styles.card} aria-hidden />
      ))}
    </div>
  );
}
