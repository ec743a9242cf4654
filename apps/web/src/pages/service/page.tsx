import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import { Answered } from '../../parts/states/states.js';
import { Section } from '../../parts/section/section.js';
import { numberInWords } from '../../words/numbers.js';
import { LoadOverTime } from '../../parts/services/charts.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { Closing } from '../../parts/closing/closing.js';
import { FigureDefinitions } from '../../parts/services/figure-definitions.js';
import { WorkloadList } from '../../parts/services/workload-list.js';
import styles from '../../parts/services/services.module.css';
import { AboutService } from './about-service.js';
import { ServiceActions } from './service-actions.js';
import { UnitAttendance } from './unit-attendance.js';

/** One service: its actions, its attendance by unit, and the load of its people. */
export function Component() {
  const { t } = useTranslation(['service', 'services']);
  const { serviceId = '' } = useParams();
  const workload = useRead('/api/services/workload');
  // Also checks access: a service outside the user's scope is answered as not found.
  const attendance = useRead('/api/attendance/{serviceId}', { path: { serviceId }, query: { size: 1 } });
  const service = workload.data?.services.find((it) => it.serviceId === serviceId);
  const registered = useRead('/api/services', ALL_ROWS).data?.items.find((it) => it.serviceId === serviceId);
  const language = currentLanguage();
  useArrival(workload.data !== undefined && attendance.data !== undefined);
  return (
    <Page
      title={service?.name ?? registered?.name ?? t('title')}
      lead={service && t('lead', { open: service.open, overdue: numberInWords(service.overdue, language) })}
    >
      <Answered of={attendance}>
        {() => (
          <Answered of={workload}>
            {({ people, today }) => {
              const own = people.filter((person) => person.serviceId === serviceId);
              return (
                <div className={styles.page}>
                  <Section id="tiltak" title={t('actions.title')}>
                    <ServiceActions serviceId={serviceId} people={own} />
                  </Section>
                  <Section id="oppmote" title={t('attendance.title')} lead={t('attendance.lead')}>
                    <UnitAttendance serviceId={serviceId} today={today} />
                  </Section>
                  <div id="belastning">
                    <WorkloadList people={own} level={2} />
                  </div>
                  {service && <LoadOverTime byMonth={service.byMonth} today={today} />}
                  {registered && <AboutService service={registered} />}
                  {registered && <Closing of={{ kind: 'service', id: serviceId, closures: registered.closures }} />}
                  <FigureDefinitions />
                </div>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

/** Scrolls to a linked part of the page once it is loaded. */
function useArrival(isThere: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (isThere && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isThere, hash, key]);
}
