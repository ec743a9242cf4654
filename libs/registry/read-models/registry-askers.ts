import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { Askers, type Asker, type Language, type Continuation } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { activeRoleOf, isHeld, isInForce, type HeldRole } from '../contract/index.js';
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
      held.map(async (role) =>
        activeRoleOf(role, role.serviceUnitId === null ? [] : await this.servicesOf(role.serviceUnitId, tenant)),
      ),
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
    const held = roles.filter((role) => isHeld(role, today));
    const inForce = await Promise.all(
      held.map(async (role) =>
        isInForce(role, today, role.standsInFor === undefined ? [] : await this.rolesOf(role.standsInFor, tenant)),
      ),
    );
    return held.filter((_, i) => inForce[i]);
  }

  private async rolesOf(personId: string, tenant: string): Promise<readonly HeldRole[]> {
    const { state, isHandedOver } = await this.people.current(personId, tenant);
    return isHandedOver || state.status === 'not-registered' ? [] : state.roles;
  }

  successorOf(tenant: string): Promise<Continuation | undefined> {
    return this.readSide.in(tenant, async (rows) => {
      const row = await rows.findOneBy(MunicipalityRow, { tenant });
      return row?.successor ? { ...row.successor, language: formOf(row) } : undefined;
    });
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

/** The municipality's own form of Norwegian; bokmål when not chosen. */
const formOf = ({ languageForm }: Pick<RegisteredMunicipality, 'languageForm'>): Language =>
  languageForm === 'neutral' ? 'nb' : languageForm;
