import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isClosedOn } from '#registry/contract/closed-on';
import { useRead } from '../../api/reads.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { stateOf, useAllUnits } from '../../parts/unit-link/all-units.js';
import { useMay, useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { byName } from '../../words/names.js';
import { ServingForm } from './serving-form.js';

/** The units that a service serves, its contact at each, and whether it must attend: many are set at once. */
export function Component() {
  const { t } = useTranslation(['serving', 'parts']);
  const { serviceId = '' } = useParams();
  const { today } = useSession().who;
  const mayManage = useMay('registry.manage');
  const services = useRead('/api/services', ALL_ROWS);
  const units = useAllUnits();
  const members = useRead('/api/people', { query: { serviceId, size: 200 } }, { enabled: mayManage });
  const service = services.data?.items.find((it) => it.serviceId === serviceId);
  if (!mayManage)
    return (
      <Page title={t('title')}>
        <div role="alert">
          <Empty title={t('parts:states.notForYou.title')}>{t('parts:states.notForYou.detail')}</Empty>
        </div>
      </Page>
    );
  return (
    <Page
      title={service ? t('titleOf', { service: service.name }) : t('title')}
      lead={t('lead')}
      actions={service && <Link to={`/tjenester/${serviceId}`}>{t('toService')}</Link>}
    >
      <Answered of={services}>
        {() =>
          !service ? (
            <Empty title={t('unknown.title')}>{t('unknown.detail')}</Empty>
          ) : isClosedOn(service.closures, today) ? (
            <Empty title={t('closed.title')}>{t('closed.detail')}</Empty>
          ) : (
            <Answered of={units}>
              {(all) => (
                <Answered of={members}>
                  {({ items }) => {
                    const open = all.filter((unit) => stateOf(unit, today) !== 'closed');
                    if (open.length === 0) return <Empty title={t('noUnits.title')}>{t('noUnits.detail')}</Empty>;
                    return (
                      <>
                        {items.length === 0 && (
                          <Paragraph>
                            {t('noMembers')} <Link to="/personer">{t('toPeople')}</Link>
                          </Paragraph>
                        )}
                        <ServingForm
                          key={serviceId}
                          serviceId={serviceId}
                          units={open.toSorted((a, b) => byName(a.name, b.name))}
                          members={items}
                        />
                      </>
                    );
                  }}
                </Answered>
              )}
            </Answered>
          )
        }
      </Answered>
    </Page>
  );
}
