import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { SchoolYear } from '#platform/kernel';
import {
  Directory,
  withOpenHosts,
  type MunicipalityDto,
  type PersonDto,
  type SchoolCalendarDto,
  type ServiceDto,
  type ServiceUnitDto,
  type UnitDto,
  type UnitKind,
} from '../contract/index.js';
import { MunicipalityRow } from './municipality/municipality.entity.js';
import { ServiceRow } from './service-register/service-register.entity.js';
import { ServiceUnitRow } from './service-unit-register/service-unit-register.entity.js';
import { UnitRow } from './unit-register/unit-register.entity.js';

/** Answers from the registry's read models, one SQL query per call; nothing is cached. */
@Injectable()
export class RegistryDirectory extends Directory {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async municipality(id: string): Promise<MunicipalityDto | undefined> {
    const row = await this.municipalityRow(id);
    return row ? municipalityDto(row) : undefined;
  }

  units(tenant: string): Promise<readonly UnitDto[]> {
    return this.ask(tenant, async (rows) =>
      withOpenHosts(await rows.find(UnitRow, { where: { tenant }, order: { name: 'asc', unitId: 'asc' } })),
    );
  }

  async unit(tenant: string, unitId: string): Promise<UnitDto | undefined> {
    const row = await this.ask(tenant, (rows) => rows.findOneBy(UnitRow, { tenant, unitId }));
    if (!row || row.hosts.length === 0) return row ?? undefined;
    return (await this.units(tenant)).find((unit) => unit.unitId === unitId);
  }

  services(tenant: string): Promise<readonly ServiceDto[]> {
    return this.ask(tenant, (rows) =>
      rows.find(ServiceRow, { where: { tenant }, order: { name: 'asc', serviceId: 'asc' } }),
    );
  }

  serviceUnits(tenant: string): Promise<readonly ServiceUnitDto[]> {
    return this.ask(tenant, (rows) =>
      rows.find(ServiceUnitRow, { where: { tenant }, order: { name: 'asc', serviceUnitId: 'asc' } }),
    );
  }

  async people(tenant: string, ids?: readonly string[]): Promise<readonly PersonDto[]> {
    if (ids?.length === 0) return [];
    return this.ask(tenant, (rows) => rows.query<readonly PersonDto[]>(PEOPLE, [tenant, ids ?? null]));
  }

  peopleOfSubstitutions(tenant: string): Promise<readonly PersonDto[]> {
    return this.ask(tenant, (rows) => rows.query<readonly PersonDto[]>(PEOPLE_OF_SUBSTITUTIONS, [tenant]));
  }

  async calendar(tenant: string, schoolYear: SchoolYear, kind: UnitKind): Promise<SchoolCalendarDto | undefined> {
    const calendars = await this.calendars(tenant);
    return calendars.find((calendar) => calendar.schoolYear === schoolYear && calendar.kind === kind);
  }

  async calendars(tenant: string): Promise<readonly SchoolCalendarDto[]> {
    return (await this.municipalityRow(tenant))?.calendars ?? [];
  }

  private municipalityRow(tenant: string): Promise<MunicipalityRow | null> {
    return this.ask(tenant, (rows) => rows.findOneBy(MunicipalityRow, { tenant }));
  }

  private ask<T>(tenant: string, question: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.readSide.in(tenant, question);
  }
}

const PERSON: Readonly<Record<keyof PersonDto, string>> = {
  personId: 'person_id',
  name: 'name',
  email: 'email',
  phone: 'phone',
  title: 'title',
  roles: 'roles',
};
/** All people of a municipality are read for every round of mail, so they are not made into entities. */
const SELECT_PEOPLE = `
  select ${Object.entries(PERSON)
    .map(([field, column]) => `${column} as "${field}"`)
    .join(', ')}
  from registry_person where tenant = $1`;
const PEOPLE = `${SELECT_PEOPLE} and ($2::uuid[] is null or person_id = any($2)) order by name, person_id`;
const PEOPLE_OF_SUBSTITUTIONS = `
  with substitution as (
    select person_id as by, (role ->> 'standsInFor')::uuid as absent
    from registry_person cross join jsonb_array_elements(roles) as role
    where tenant = $1 and roles @? '$[*].standsInFor' and role ? 'standsInFor'
  )
  ${SELECT_PEOPLE} and person_id in (select by from substitution union select absent from substitution)
  order by name, person_id`;

const municipalityDto = ({
  tenant: id,
  calendars: _,
  revision: __,
  successor: ___,
  ...rest
}: MunicipalityRow): MunicipalityDto => ({
  id,
  ...rest,
});
