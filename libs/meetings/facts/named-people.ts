import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Role } from '#platform/identity/roles';
import type { CalendarDate } from '#platform/kernel';
import { Directory, isHeld, type PersonDto, type UnitDto, type ServiceDto } from '#registry/contract';

/** A person in a document, with details that distinguish namesakes. */
export const NamedPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  role: Role.nullable().describe('The role nearest to the meeting’s units on its day; none where it had ended.'),
  place: z.string().nullable().describe('Name of the unit or service that the role is held at.'),
});
export type NamedPerson = z.infer<typeof NamedPerson>;
export const NamedUnit = z.object({ unitId: z.string(), name: z.string(), kind: z.enum(['school', 'kindergarten']) });
export type NamedUnit = z.infer<typeof NamedUnit>;
/** A service in a protocol, responsible for an action or helping. */
export const NamedService = z.object({ serviceId: z.uuid(), name: z.string() });
export type NamedService = z.infer<typeof NamedService>;

/** Names for the ids on a page about a meeting, so that it need not request each. */
@Injectable()
export class NamedPeople {
  constructor(private readonly directory: Directory) {}

  /** `on` selects the day of the roles. Unknown ids are left out; sorted by name. */
  async of(
    tenant: string,
    ids: readonly (string | null)[],
    unitIds: readonly string[],
    on: CalendarDate,
  ): Promise<NamedPerson[]> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return [];
    const [people, units, services] = await Promise.all([
      this.directory.people(tenant, wanted),
      this.directory.units(tenant),
      this.directory.services(tenant),
    ]);
    return people.map((person) => named(person, unitIds, on, units, services));
  }

  /** The services among `ids`, sorted by name. */
  async services(tenant: string, ids: readonly (string | null)[]): Promise<NamedService[]> {
    const services = await this.directory.services(tenant);
    return services
      .filter(({ serviceId }) => ids.includes(serviceId))
      .map(({ serviceId, name }) => ({ serviceId, name }));
  }

  /** The units in the given order. */
  async units(tenant: string, unitIds: readonly string[]): Promise<NamedUnit[]> {
    const units = await this.directory.units(tenant);
    return unitIds.flatMap((id) =>
      units.filter(({ unitId }) => unitId === id).map(({ unitId, name, kind }) => ({ unitId, name, kind })),
    );
  }
}

function named(
  { personId, name, title, roles }: PersonDto,
  unitIds: readonly string[],
  on: CalendarDate,
  units: readonly UnitDto[],
  services: readonly ServiceDto[],
): NamedPerson {
  const held = roles.filter((role) => isHeld(role, on));
  const nearest =
    held.find(({ unitId }) => unitId !== null && unitIds.includes(unitId)) ??
    held.find(({ serviceId }) => serviceId !== null) ??
    held[0];
  const place =
    units.find(({ unitId }) => unitId === nearest?.unitId)?.name ??
    services.find(({ serviceId }) => serviceId === nearest?.serviceId)?.name;
  return { personId, name, title, role: nearest?.role ?? null, place: place ?? null };
}
