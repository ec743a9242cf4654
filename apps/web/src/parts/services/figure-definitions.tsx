import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import styles from './services.module.css';

const OF = ['open', 'overdue', 'change', 'attendance', 'absences', 'load', 'long'] as const;

/** «Slik er det regnet»: definition of each figure in words. */
export function FigureDefinitions() {
  const { t } = useTranslation('services');
  return (
    <Details data-size="sm">
      <Details.Summary>{t('counted.title')}</Details.Summary>
      <Details.Content>
        <dl className={styles.counted}>
          {OF.map((what) => (
            <div key={what}>
              <dt>{t(`counted.${what}.what`)}</dt>
              <dd>{t(`counted.${what}.how`)}</dd>
            </div>
          ))}
        </dl>
      </Details.Content>
    </Details>
  );
}
