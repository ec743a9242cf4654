import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { useMay } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { Section } from '../../parts/section/section.js';
import { ActionsByService, addedUp, AttendanceByService, LoadOverTime } from '../../parts/services/charts.js';
import { HowCounted } from '../../parts/services/how-counted.js';
import { UrgentNeeds } from '../../parts/services/urgent-needs.js';
import { WorkloadList } from '../../parts/services/workload-list.js';
import { RegisteredServices } from './registered-services.js';
import styles from '../../parts/services/services.module.css';
import { ServiceFigures } from '../../parts/services/service-figures.js';

/** All of a leader's services on one page; every figure links to the rows it is counted from. */
export function Component() {
  const { t } = useTranslation('services');
  const managesRegistry = useMay('registry.manage');
  const workload = useRead('/api/services/workload');
  const attendance = useRead('/api/attendance');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answered of={workload}>
        {(carried) =>
          carried.services.length === 0 && !managesRegistry ? (
            <Empty title={t('none.title')}>{t('none.detail')}</Empty>
          ) : (
            <Answered of={attendance}>
              {(there) => (
                <div className={styles.page}>
                  <UrgentNeeds />
                  <Section id="side-by-side" title={t('sideBySide.title')} lead={t('sideBySide.lead')}>
                    <ServiceFigures workload={carried} attendance={there} />
                  </Section>
                  <Section id="figures" title={t('charts.title')}>
                    <div className={styles.charts}>
                      <LoadOverTime byMonth={addedUp(carried.services)} today={carried.today} />
                      <ActionsByService services={carried.services} />
                      <AttendanceByService services={there.services} />
                    </div>
                  </Section>
                  <WorkloadList people={carried.people} services={carried.services} level={2} />
                  {managesRegistry && <RegisteredServices />}
                  <HowCounted />
                </div>
              )}
            </Answered>
          )
        }
      </Answered>
    </Page>
  );
}
