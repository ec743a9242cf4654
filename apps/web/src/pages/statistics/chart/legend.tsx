import { useTranslation } from 'react-i18next';
import styles from './legend.module.css';

/** The signs of all charts, once for a page. */
export function Legend({ withPairs = false }: { readonly withPairs?: boolean }) {
  const { t } = useTranslation('statistics');
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      <li data-sign="mean">{t('legend.mean')}</li>
      <li data-sign="limits">{t('legend.limits')}</li>
      <li data-sign="baseline">{t('legend.baseline')}</li>
      <li data-sign="signal">{t('legend.signal')}</li>
      {withPairs && <li>{t('legend.beside')}</li>}
    </ul>
  );
}
