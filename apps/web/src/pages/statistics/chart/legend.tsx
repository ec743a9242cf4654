import { useTranslation } from 'react-i18next';
import styles from './legend.module.css';

interface LegendProps {
  readonly withPairs?: boolean;
  /** False where the points that the limits are made of are earlier than those shown. */
  readonly withBaseline?: boolean;
}

/** The signs of all charts, once for a page. */
export function Legend({ withPairs = false, withBaseline = true }: LegendProps) {
  const { t } = useTranslation('statistics');
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      <li data-sign="mean">{t('legend.mean')}</li>
      <li data-sign="limits">{t('legend.limits')}</li>
      {withBaseline && <li data-sign="baseline">{t('legend.baseline')}</li>}
      <li data-sign="signal">{t('legend.signal')}</li>
      {withPairs && <li>{t('legend.beside')}</li>}
    </ul>
  );
}
