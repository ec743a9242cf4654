import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { useMay } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { Section } from '../../parts/section/section.js';
import { ActionsByService, addedUp, AttendanceByService, LoadOverTime } from '../../parts/services/charts.js';
import { FigureDefinitions } from '../../parts/services/figure-definitions.js';
import { UrgentNeeds } from '../../parts/services/urgent-needs.js';
import { WorkloadList } from '../../parts/services/workload-list.js';
import { RegisterServiceDialog } from '../../parts/service-form/service-dialogs.js';
import { RegisterServiceUnitDialog } from '../../parts/service-form/service-unit-dialogs.js';
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
    <Page title={t('title')} lead={t('lead')} actions={managesRegistry && <Register />}>
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
                  <FigureDefinitions />
                </div>
              )}
            </Answered>
          )
        }
      </Answered>
    </Page>
  );
}

/** Registers a service, or a unit that leads services, and opens its page. */
function Register() {
  const { t } = useTranslation('service-form');
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'service' | 'service-unit'>();
  const onClose = () => setAsked(undefined);
  return (
    <>
      <Button variant="secondary" data-size="sm" onClick={() => setAsked('service')}>
        {t('register')}
      </Button>
      <Button variant="secondary" data-size="sm" onClick={() => setAsked('service-unit')}>
        {t('serviceUnit.register')}
      </Button>
      {asked === 'service' && (
        <RegisterServiceDialog onClose={onClose} onRegistered={(id) => void navigate(`/tjenester/${id}`)} />
      )}
      {asked === 'service-unit' && (
        <RegisterServiceUnitDialog onClose={onClose} onRegistered={(id) => void navigate(`/virksomheter/${id}`)} />
      )}
    </>
  );
}
