import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { ServiceLink } from '../../parts/service-link/service-link.js';
import { UnitLink } from '../../parts/unit-link/unit-link.js';
import type { Organisation, OrganisationPerson, OrganisationService, OrganisationUnit } from './organisation.js';
import styles from './organisation.module.css';

/** Nested lists whose branches the browser's own disclosure opens, by pointer and by keyboard. */
export function OrganisationTree({
  organisation,
  isOpen,
}: {
  readonly organisation: Organisation;
  readonly isOpen: boolean;
}) {
  const { t } = useTranslation('organisation');
  const { name, people, areas, serviceUnits } = organisation;
  return (
    <ul className={styles.tree}>
      <li>
        <Branch isOpen title={<strong>{name}</strong>} count={null}>
          <People people={people} />
          {areas.length > 0 && (
            <li>
              <Branch isOpen title={t('units')} count={t('unitCount', { count: unitsIn(areas) })}>
                {areas.map(({ area, units }) =>
                  areas.length === 1 && area === null ? (
                    <Units key="" units={units} isOpen={isOpen} />
                  ) : (
                    <li key={area ?? ''}>
                      <Branch
                        isOpen={isOpen}
                        title={area ?? t('noArea')}
                        count={t('unitCount', { count: units.length })}
                      >
                        <Units units={units} isOpen={isOpen} />
                      </Branch>
                    </li>
                  ),
                )}
              </Branch>
            </li>
          )}
          {serviceUnits.map((it) => (
            <li key={it.serviceUnitId ?? ''}>
              <Branch
                isOpen
                title={it.name ?? t('noServiceUnit')}
                count={t('serviceCount', { count: it.services.length })}
              >
                <People people={it.people} />
                {it.services.map((service) => (
                  <Service key={service.serviceId} service={service} isOpen={isOpen} />
                ))}
              </Branch>
            </li>
          ))}
        </Branch>
      </li>
    </ul>
  );
}

const unitsIn = (areas: Organisation['areas']) => areas.reduce((sum, { units }) => sum + units.length, 0);

function Units({ units, isOpen }: { readonly units: readonly OrganisationUnit[]; readonly isOpen: boolean }) {
  const { t } = useTranslation('organisation');
  return units.map(({ unitId, name, people }) => (
    <li key={unitId}>
      <Branch isOpen={isOpen} title={name} count={t('personCount', { count: people.length })}>
        <li>
          <UnitLink unitId={unitId}>{t('openUnit', { name })}</UnitLink>
        </li>
        <People people={people} />
      </Branch>
    </li>
  ));
}

function Service({ service, isOpen }: { readonly service: OrganisationService; readonly isOpen: boolean }) {
  const { t } = useTranslation('organisation');
  const { serviceId, name, people, units } = service;
  return (
    <li>
      <Branch isOpen={isOpen} title={name} count={t('personCount', { count: people.length })}>
        <li>
          <ServiceLink serviceId={serviceId}>{t('serves', { count: units, name })}</ServiceLink>
        </li>
        <People people={people} />
      </Branch>
    </li>
  );
}

function People({ people }: { readonly people: readonly OrganisationPerson[] }) {
  const { t } = useTranslation('parts');
  return people.map(({ personId, name, title, role }) => (
    <li key={`${personId} ${role}`}>
      <PersonLink personId={personId} name={name} /> <span className={styles.quiet}>{title ?? t(`roles.${role}`)}</span>
    </li>
  ));
}

interface BranchProps {
  readonly title: ReactNode;
  /** Its content in words. */
  readonly count: string | null;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

const Branch = ({ title, count, isOpen, children }: BranchProps) => (
  <details open={isOpen} className={styles.branch}>
    <summary>
      {title} {count !== null && <span className={styles.quiet}>{count}</span>}
    </summary>
    <ul>{children}</ul>
  </details>
);
