import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { useMay, useSession } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { ServiceLink } from '../../parts/service-link/service-link.js';
import { Section } from '../../parts/section/section.js';
import { isClosedOn } from '#registry/contract/closed-on';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { Closing } from '../../parts/closing/closing.js';
import { RenameServiceUnitDialog } from '../../parts/service-form/service-unit-dialogs.js';
import styles from '../../parts/services/services.module.css';

/** One service unit (virksomhet): its services, leaders and closure. */
export function Component() {
  const { t } = useTranslation(['service-unit', 'service-form']);
  const mayManage = useMay('registry.manage');
  const [isRenaming, setRenaming] = useState(false);
  const { serviceUnitId = '' } = useParams();
  const { who } = useSession();
  const serviceUnits = useRead('/api/service-units', ALL_ROWS);
  const services = useRead('/api/services', ALL_ROWS);
  const leaders = useRead('/api/people', { query: { role: 'service-unit-leader', size: 200 } });
  const found = serviceUnits.data?.items.find((it) => it.serviceUnitId === serviceUnitId);
  return (
    <Page
      title={found?.name ?? t('title')}
      lead={t('lead')}
      actions={
        mayManage &&
        found &&
        !isClosedOn(found.closures, who.today) && (
          <Button variant="secondary" data-size="sm" onClick={() => setRenaming(true)}>
            {t('service-form:serviceUnit.rename')}
          </Button>
        )
      }
    >
      {isRenaming && found && <RenameServiceUnitDialog serviceUnit={found} onClose={() => setRenaming(false)} />}
      <Answered of={serviceUnits}>
        {() =>
          !found ? (
            <Empty title={t('unknown')}>{t('unknownDetail')}</Empty>
          ) : (
            <div className={styles.page}>
              <Section id="tjenester" title={t('services')}>
                <Answered of={services}>
                  {({ items }) => {
                    const led = items.filter((it) => it.serviceUnitId === serviceUnitId);
                    if (led.length === 0) return <Paragraph>{t('noServices')}</Paragraph>;
                    return (
                      <ul>
                        {led.map(({ serviceId, name, closures }) => (
                          <li key={serviceId}>
                            <ServiceLink serviceId={serviceId}>{name}</ServiceLink>
                            {isClosedOn(closures, who.today) && <span className={styles.quiet}> {t('closed')}</span>}
                          </li>
                        ))}
                      </ul>
                    );
                  }}
                </Answered>
              </Section>
              <Section id="ledere" title={t('leaders')}>
                <Answered of={leaders}>
                  {({ items }) => {
                    const own = items.filter(({ roles }) => roles.some((it) => it.serviceUnitId === serviceUnitId));
                    if (own.length === 0) return <Paragraph>{t('noLeaders')}</Paragraph>;
                    return (
                      <ul>
                        {own.map(({ personId, name }) => (
                          <li key={personId}>
                            <PersonLink personId={personId} name={name} />
                          </li>
                        ))}
                      </ul>
                    );
                  }}
                </Answered>
              </Section>
              <Closing of={{ kind: 'service-unit', id: serviceUnitId, closures: found.closures }} />
            </div>
          )
        }
      </Answered>
    </Page>
  );
}
