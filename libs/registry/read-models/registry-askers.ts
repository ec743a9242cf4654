import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { Askers, type ActiveRole, type Asker, type Language, type Continuation } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { isHeld, type HeldRole } from '../contract/index.js';
import { isSameRole } from '../domain/person/role-place.js';
import type { RegisteredMunicipality } from '../domain/municipality/municipality.state.js';
import { MunicipalityStreams, PersonStreams, ServiceStreams } from '../streams/registry.streams.js';
import { MunicipalityRow } from './municipality/municipality.entity.js';
import { ServiceRow } from './service-register/service-register.entity.js';

/**
 * Resolves a session to the person with the roles held today. Roles are asked for in the person's stream, and the services
 * of a service unit in theirs, never in a read model: a role that ended, or was revoked, grants nothing from the moment
 * at which that was acknowledged, even while read models lag or stand still (ADR 0339). The same holds for a substitute
 * of the person whose role ended.
 */
@Injectable()
export class RegistryAskers extends Askers {
  constructor(
    private readonly people: PersonStreams,
    private readonly municipalities: MunicipalityStreams,
    private readonly services: ServiceStreams,
    private readonly readSide: ReadSide,
  ) {
    super();
  }

  async find(tenant: string, personId: string, today: CalendarDate, asked?: Language): Promise<Asker | undefined> {
    const [person, municipality] = await Promise.all([
      this.people.current(personId, tenant),
      this.municipalities.current(tenant, tenant),
    ]);
    // One that is not formed yet, or has become part of another, has no askers.
    if (municipality.isHandedOver || municipality.state.status === 'not-registered') return undefined;
    if (person.isHandedOver || person.state.status === 'not-registered') return undefined;
    const held = await this.inForce(person.state.roles, tenant, today);
    if (held.length === 0) return undefined;
    const language = asked ?? formOf(municipality.state);
    const roles = await Promise.all(
      held.map(async (role) => ({
        ...(await this.activeRole(role, tenant)),
        ...(role.standsInFor !== undefined && { standsInFor: role.standsInFor }),
      })),
    );
    return { personId, tenant, roles, today, language };
  }

  decidedIn({ tenant, personId, roles }: Asker): readonly string[] {
    const services = roles.flatMap(({ serviceIds = [] }) => serviceIds);
    return [
      this.municipalities.streamOf(tenant),
      this.people.streamOf(personId),
      ...services.map((serviceId) => this.services.streamOf(serviceId)),
      ...roles.flatMap(({ standsInFor }) => (standsInFor === undefined ? [] : this.people.streamOf(standsInFor))),
    ];
  }

  /** The roles held on the day: a substitute's only while the other holds it, by their stream (ADR 0359). */
  private async inForce(roles: readonly HeldRole[], tenant: string, today: CalendarDate): Promise<readonly HeldRole[]> {
    const isInForce = async (role: HeldRole): Promise<boolean> => {
      if (role.standsInFor === undefined) return true;
      const { state, isHandedOver } = await this.people.current(role.standsInFor, tenant);
      if (isHandedOver || state.status === 'not-registered') return false;
      return state.roles.some((it) => isOwn(it) && isHeld(it, today) && isSameRole(it, role));
    };
    const held = roles.filter((role) => isHeld(role, today));
    const inForce = await Promise.all(held.map(isInForce));
    return held.filter((_, i) => inForce[i]);
  }

  successorOf(tenant: string): Promise<Continuation | undefined> {
    return this.readSide.in(tenant, async (rows) => {
      const row = await rows.findOneBy(MunicipalityRow, { tenant });
      return row?.successor ? { ...row.successor, language: formOf(row) } : undefined;
    });
  }

  /** A role with its scope: its unit, its service, or every service of its service unit. */
  private async activeRole({ role, unitId, serviceId, serviceUnitId }: HeldRole, tenant: string): Promise<ActiveRole> {
    if (unitId !== null) return { role, unitId };
    if (serviceId !== null) return { role, serviceIds: [serviceId] };
    if (serviceUnitId === null) return { role };
    return { role, serviceIds: await this.servicesOf(serviceUnitId, tenant) };
  }

  /** The register only names the services to ask: one that it does not show yet is not in reach yet. */
  private async servicesOf(serviceUnitId: string, tenant: string): Promise<readonly string[]> {
    const rows = await this.readSide.in(tenant, (tables) => tables.findBy(ServiceRow, { tenant, serviceUnitId }));
    const belongs = async (serviceId: string) => {
      const { state, isHandedOver } = await this.services.current(serviceId, tenant);
      const isOf = state.status === 'registered' && state.details.serviceUnitId === serviceUnitId;
      return isOf && !isHandedOver ? [serviceId] : [];
    };
    return (await Promise.all(rows.map(({ serviceId }) => belongs(serviceId)))).flat().sort();
  }
}

const isOwn = ({ standsInFor }: HeldRole): boolean => standsInFor === undefined;

/** The municipality's own form of Norwegian; bokmål when not chosen. */
const formOf = ({ languageForm }: Pick<RegisteredMunicipality, 'languageForm'>): Language =>
  languageForm === 'neutral' ? 'nb' : languageForm;
