import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import { Askers, type ActiveRole, type Asker, type Language, type Continuation } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { isHeld, type HeldRole } from '../contract/index.js';
import { MunicipalityRow } from './municipality/municipality.entity.js';
import { PersonRow } from './person-register/person-register.entity.js';
import { ServiceRow } from './service-register/service-register.entity.js';

type LedServices = readonly Pick<ServiceRow, 'serviceId' | 'serviceUnitId'>[];

/** Resolves a session to the person with the roles held today, from the registry's read models. */
@Injectable()
export class RegistryAskers extends Askers {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  find(tenant: string, personId: string, today: CalendarDate, asked?: Language): Promise<Asker | undefined> {
    return this.readSide.in(tenant, async (rows) => {
      const person = await rows
        .createQueryBuilder(PersonRow, 'p')
        .where('p.tenant = :tenant and p.person_id = :personId', { tenant, personId })
        .andWhere(IS_SERVED)
        .getOne();
      const held = person?.roles.filter((role) => isHeld(role, today)) ?? [];
      if (held.length === 0) return undefined;
      const leads = held.some(({ serviceUnitId }) => serviceUnitId !== null);
      const services = leads ? await rows.findBy(ServiceRow, { tenant }) : [];
      const language = asked ?? (await formOf(tenant, rows));
      return { personId, tenant, roles: held.map((role) => activeRole(role, services)), today, language };
    });
  }

  successorOf(tenant: string): Promise<Continuation | undefined> {
    return this.readSide.in(tenant, async (rows) => {
      const row = await rows.findOneBy(MunicipalityRow, { tenant });
      return row?.successor ? { ...row.successor, language: await formOf(tenant, rows) } : undefined;
    });
  }
}

/** A municipality that is not formed yet, or has become part of another, has no askers. */
const IS_SERVED = `exists (
  select from registry_municipality own where own.tenant = p.tenant and own.successor is null)`;

/** The municipality's own form of Norwegian; bokmål when not chosen. */
async function formOf(tenant: string, rows: EntityManager): Promise<Language> {
  const row = await rows.findOneBy(MunicipalityRow, { tenant });
  return row === null || row.languageForm === 'neutral' ? 'nb' : row.languageForm;
}

/** A role with its scope: its unit, its service, or every service of its service unit. */
function activeRole({ role, unitId, serviceId, serviceUnitId }: HeldRole, services: LedServices): ActiveRole {
  if (unitId !== null) return { role, unitId };
  if (serviceId !== null) return { role, serviceIds: [serviceId] };
  if (serviceUnitId === null) return { role };
  const led = services.filter((service) => service.serviceUnitId === serviceUnitId);
  return { role, serviceIds: led.map((service) => service.serviceId).sort() };
}
