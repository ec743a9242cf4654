import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { SchoolYear } from '#platform/kernel';
import {
  Directory,
  type MunicipalityDto,
  type PersonDto,
  type SchoolCalendarDto,
  type ServiceDto,
  type ServiceUnitDto,
  type UnitDto,
  type UnitKind,
} from '../contract/index.js';
import { withOpenHosts } from './open-hosts.js';
import { MunicipalityRow } from './municipality/municipality.entity.js';
import { PersonRow } from './person-register/person-register.entity.js';
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

  units(municipality: string): Promise<readonly UnitDto[]> {
    return this.ask(municipality, async (rows) =>
      withOpenHosts(await rows.find(UnitRow, { where: { municipality }, order: { name: 'asc', unitId: 'asc' } })),
    );
  }

  async unit(municipality: string, unitId: string): Promise<UnitDto | undefined> {
    const row = await this.ask(municipality, (rows) => rows.findOneBy(UnitRow, { municipality, unitId }));
    if (!row || row.hosts.length === 0) return row ?? undefined;
    return (await this.units(municipality)).find((unit) => unit.unitId === unitId);
  }

  services(municipality: string): Promise<readonly ServiceDto[]> {
    return this.ask(municipality, (rows) =>
      rows.find(ServiceRow, { where: { municipality }, order: { name: 'asc', serviceId: 'asc' } }),
    );
  }

  serviceUnits(municipality: string): Promise<readonly ServiceUnitDto[]> {
    return this.ask(municipality, (rows) =>
      rows.find(ServiceUnitRow, { where: { municipality }, order: { name: 'asc', serviceUnitId: 'asc' } }),
    );
  }

  async people(municipality: string, ids?: readonly string[]): Promise<readonly PersonDto[]> {
    if (ids?.length === 0) return [];
    return this.ask(municipality, (rows) =>
      rows.find(PersonRow, {
        where: { municipality, ...(ids && { personId: In([...new Set(ids)]) }) },
        order: { name: 'asc', personId: 'asc' },
      }),
    );
  }

  async calendar(municipality: string, schoolYear: SchoolYear, kind: UnitKind): Promise<SchoolCalendarDto | undefined> {
    const calendars = await this.calendars(municipality);
    return calendars.find((calendar) => calendar.schoolYear === schoolYear && calendar.kind === kind);
  }

  async calendars(municipality: string): Promise<readonly SchoolCalendarDto[]> {
    return (await this.municipalityRow(municipality))?.calendars ?? [];
  }

  private municipalityRow(municipality: string): Promise<MunicipalityRow | null> {
    return this.ask(municipality, (rows) => rows.findOneBy(MunicipalityRow, { municipality }));
  }

  private ask<T>(municipality: string, question: (rows: EntityManager) => Promise<T>): Promise<T> {
    return this.readSide.in(municipality, question);
  }
}

const municipalityDto = ({
  municipality: id,
  calendars: _,
  revision: __,
  ...rest
}: MunicipalityRow): MunicipalityDto => ({
  id,
  ...rest,
});
