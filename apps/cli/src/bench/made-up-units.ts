import {
  isOrganisationNumber,
  stableId,
  type MunicipalityNumber,
  type PersonId,
  type ServiceId,
  type UnitId,
} from '#platform/kernel';

const UNITS_A_MUNICIPALITY = 24;

/** A fictional school or kindergarten with its meeting participants and the services of its municipality. */
export interface MadeUpUnit {
  readonly nr: number;
  readonly unitId: UnitId;
  readonly tenant: MunicipalityNumber;
  /** True for the municipality's first unit, which also registers the municipality. */
  readonly first: boolean;
  readonly people: readonly [PersonId, PersonId, PersonId];
  readonly serviceIds: readonly [ServiceId, ServiceId, ServiceId];
}

/** The `nr`th unit of a generated log. */
export function unitOf(seed: number, nr: number, unitsAMunicipality = UNITS_A_MUNICIPALITY): MadeUpUnit {
  const tenant = String(3001 + Math.floor(nr / unitsAMunicipality)).padStart(4, '0') as MunicipalityNumber;
  return {
    nr,
    unitId: organisationNumber(nr),
    tenant,
    first: nr % unitsAMunicipality === 0,
    people: three((person) => stableId(seed, 'person', nr, person) as PersonId),
    serviceIds: three((service) => stableId(seed, 'service', tenant, service) as ServiceId),
  };
}

const three = <T>(of: (nr: number) => T): readonly [T, T, T] => [of(0), of(1), of(2)];

/** The `nr`th number of the series 9xxxxxxxx with a valid check digit. */
function organisationNumber(nr: number): UnitId {
  for (let digit = 0, base = String(90_000_000 + nr * 2); ; digit += 1) {
    if (digit === 10) {
      base = String(Number(base) + 1);
      digit = 0;
    }
    if (isOrganisationNumber(`${base}${digit}`)) return `${base}${digit}` as UnitId;
  }
}
