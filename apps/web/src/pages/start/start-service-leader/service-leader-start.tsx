import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { Answered, Empty } from '../../../parts/states/states.js';
import { Section } from '../../../parts/section/section.js';
import { UrgentNeeds } from '../../../parts/services/urgent-needs.js';
import styles from '../../../parts/services/services.module.css';
import { OwnServices } from './own-services.js';
import { ServiceFigures } from '../../../parts/services/service-figures.js';

/** Start page of service leaders: urgent needs and trends. */
export function ServiceLeaderStart() {
  const { t } = useTranslation('services');
  const workload = useRead('/api/services/workload');
  const attendance = useRead('/api/attendance');
  return (
    <div className={styles.page}>
      <UrgentNeeds />
      <Section id="side-by-side" title={t('sideBySide.title')} lead={t('sideBySide.lead')}>
        <Answered of={workload}>
          {(carried) =>
            carried.services.length === 0 ? (
              <Empty title={t('none.title')}>{t('none.detail')}</Empty>
            ) : (
              <Answered of={attendance}>{(there) => <ServiceFigures workload={carried} attendance={there} />}</Answered>
            )
          }
        </Answered>
        <div>
          <Button asChild>
            <Link to="/tjenester">{t('sideBySide.all')}</Link>
          </Button>
        </div>
      </Section>
      <OwnServices />
    </div>
  );
}
