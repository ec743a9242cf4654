import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isClosedOn } from '#registry/contract/closed-on';
import { useRead } from '../../api/reads.js';
import { useMay, useSession } from '../../session/session.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { Section } from '../../parts/section/section.js';
import { CapacityDialog, ChangeServiceDialog } from '../../parts/service-form/service-dialogs.js';
import type { Service } from '../../parts/service-form/service-fields.js';
import styles from './service.module.css';

/** Kind, leader, capacity and units of the service; those who manage the registry change them here. */
export function AboutService({ service }: { readonly service: Service }) {
  const { t } = useTranslation(['service', 'service-form']);
  const { today } = useSession().who;
  const mayManage = useMay('registry.manage');
  const [asked, setAsked] = useState<'change' | 'capacity'>();
  const { serviceId, kind, serviceUnitId, meetingsPerWeek, closures } = service;
  const isOpen = !isClosedOn(closures, today);
  const onClose = () => setAsked(undefined);
  return (
    <Section id="om" title={t('about.title')}>
      <Paragraph>
        {t(`service-form:kinds.${kind}`)}
        {' · '}
        {meetingsPerWeek === null ? t('about.noLimit') : t('about.capacity', { count: meetingsPerWeek })}
      </Paragraph>
      <ServiceUnitLink of={serviceUnitId} />
      {mayManage && (
        <>
          <Paragraph>
            <Link to={`/tjenester/${serviceId}/enheter`}>{t('about.units')}</Link>
          </Paragraph>
          {isOpen && (
            <div className={styles.buttons}>
              <Button variant="secondary" data-size="sm" onClick={() => setAsked('change')}>
                {t('service-form:change')}
              </Button>
              <Button variant="secondary" data-size="sm" onClick={() => setAsked('capacity')}>
                {t('service-form:capacity.change')}
              </Button>
            </div>
          )}
        </>
      )}
      {asked === 'change' && <ChangeServiceDialog service={service} onClose={onClose} />}
      {asked === 'capacity' && <CapacityDialog service={service} onClose={onClose} />}
    </Section>
  );
}

/** The unit that leads the service. */
function ServiceUnitLink({ of }: { readonly of: string | null }) {
  const { t } = useTranslation('service');
  const serviceUnits = useRead('/api/service-units', ALL_ROWS, { enabled: of !== null });
  const found = serviceUnits.data?.items.find((it) => it.serviceUnitId === of);
  if (!found) return null;
  return (
    <Paragraph>
      {t('ledBy')} <Link to={`/virksomheter/${found.serviceUnitId}`}>{found.name}</Link>
    </Paragraph>
  );
}
