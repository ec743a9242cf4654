import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { In, type EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { refuse, type Refused } from '#platform/kernel';
import type { HeldRole } from '../../contract/index.js';
import { isSameRole } from '../../domain/person/role-place.js';
import { ServiceRow } from '../service-register/service-register.entity.js';
import { ServiceUnitRow } from '../service-unit-register/service-unit-register.entity.js';
import { UnitRow } from '../unit-register/unit-register.entity.js';
import { heldOnInSql, rolesInSql } from '../held-in-sql.js';
import { meetsName, namesNear, namesTyped, type NamePrefixes } from '../name-prefixes.js';
import { slice } from '../search.js';
import type { OnePerson, PersonAnswer, PersonFilter } from './person-register.dto.js';
import { PersonRow } from './person-register.entity.js';

/** Held on the day, and what the filter asks of the role; what it does not ask is null and always true. */
const HOLDS = `exists (
  select from ${rolesInSql('person.roles')}
  where ${heldOnInSql(':today')}
    and coalesce(held."role" = :role, :role::text is null)
    and coalesce(held."unitId" = :unitId, :unitId::text is null)
    and coalesce(held."serviceId" = :serviceId, :serviceId::text is null))`;

const IS_ACTIVE = `exists (select from ${rolesInSql('person.roles')} where ${heldOnInSql(':today')})`;

export class ListPeople extends Query<Page<PersonAnswer>> {
  constructor(
    readonly asker: Asker,
    readonly filter: PersonFilter,
  ) {
    super();
  }
}

@QueryHandler(ListPeople)
export class ListPeopleHandler implements IQueryHandler<ListPeople> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asker, filter }: ListPeople): Promise<Page<PersonAnswer>> {
    const { page, size, search, active, role = null, unitId = null, serviceId = null } = filter;
    const { tenant, today } = asker;
    return this.readSide.in(tenant, async (rows) => {
      const found = rows.createQueryBuilder(PersonRow, 'person').where({ tenant });
      if (role ?? unitId ?? serviceId) found.andWhere(HOLDS, { today, role, unitId, serviceId });
      if (active !== undefined) found.andWhere(active ? IS_ACTIVE : `not ${IS_ACTIVE}`, { today });
      found.orderBy('person.name').addOrderBy('person.personId');
      const named = async (prefixes: NamePrefixes | undefined) => {
        const those = found.clone();
        if (prefixes) those.andWhere(meetsName('person.words', ':asked'), { asked: JSON.stringify(prefixes) });
        const [items, total] = await slice(those, { page, size }).getManyAndCount();
        return { items: items.map(answerFor(asker)), total, page, size };
      };
      if (!search) return named(undefined);
      const typed = namesTyped(search);
      if (!typed) return { items: [], total: 0, page, size };
      const met = await named(typed);
      return met.total > 0 ? met : named(await namesNear(rows, tenant, search));
    });
  }
}

export class GetPerson extends Query<OnePerson | Refused<'NOT_FOUND'>> {
  constructor(
    readonly asker: Asker,
    readonly personId: string,
  ) {
    super();
  }
}

@QueryHandler(GetPerson)
export class GetPersonHandler implements IQueryHandler<GetPerson> {
  constructor(private readonly readSide: ReadSide) {}

  /** Substitutes of the person in a role, today or later, in the order of their first days. */
  private async substitutesOf(rows: EntityManager, { tenant, today }: Asker, personId: string) {
    const people = await rows
      .createQueryBuilder(PersonRow, 'person')
      .where({ tenant })
      .andWhere(STANDS_IN, { personId, today })
      .getMany();
    const all = people.flatMap(({ personId: by, name, roles }) =>
      roles.flatMap(({ standsInFor, to, ...role }) =>
        standsInFor === personId && to !== null && to >= today && role.from <= to
          ? { ...role, to, personId: by, name }
          : [],
      ),
    );
    return (role: HeldRole) =>
      all
        .filter((it) => isSameRole(it, role))
        .map(({ personId: by, name, roleId, from, to }) => ({ personId: by, name, roleId, from, to }))
        .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  }

  execute({ asker, personId }: GetPerson): Promise<OnePerson | Refused<'NOT_FOUND'>> {
    const { tenant } = asker;
    return this.readSide.in(tenant, async (rows) => {
      const row = await rows.findOneBy(PersonRow, { tenant, personId });
      if (!row) return refuse('NOT_FOUND');
      const places = await placesOf(rows, tenant, row.roles);
      const answer = answerFor(asker)(row);
      const placeOf = ({ unitId, serviceId, serviceUnitId }: HeldRole) =>
        places.get(unitId ?? serviceId ?? serviceUnitId ?? '') ?? null;
      const substitutes = await this.substitutesOf(rows, asker, personId);
      const absent = await rows.findBy(PersonRow, {
        tenant,
        personId: In(row.roles.flatMap(({ standsInFor }) => standsInFor ?? [])),
      });
      return {
        ...answer,
        roles: answer.roles.map((role) => ({
          ...role,
          place: placeOf(role),
          absentName: absent.find((it) => it.personId === role.standsInFor)?.name ?? null,
          substitutes: role.standsInFor === undefined ? substitutes(role) : [],
        })),
      };
    });
  }
}

/** Holds, today or later, a role in the place of the person. */
const STANDS_IN = `exists (
  select from ${rolesInSql('person.roles')}
  where held."standsInFor" = :personId and held."to" >= :today and held."from" <= held."to")`;

/** Names of the units, services and service units that the roles are held at, by id. */
async function placesOf(
  rows: EntityManager,
  tenant: string,
  roles: readonly HeldRole[],
): Promise<ReadonlyMap<string, string>> {
  // One after the other: the connection of a transaction runs one query at a time.
  const units = await rows.findBy(UnitRow, { tenant, unitId: In(roles.map(({ unitId }) => unitId)) });
  const services = await rows.findBy(ServiceRow, {
    tenant,
    serviceId: In(roles.map(({ serviceId }) => serviceId)),
  });
  const serviceUnits = await rows.findBy(ServiceUnitRow, {
    tenant,
    serviceUnitId: In(roles.map(({ serviceUnitId }) => serviceUnitId)),
  });
  return new Map([
    ...units.map(({ unitId, name }) => [unitId, name] as const),
    ...services.map(({ serviceId, name }) => [serviceId, name] as const),
    ...serviceUnits.map(({ serviceUnitId, name }) => [serviceUnitId, name] as const),
  ]);
}

/** Names, titles and roles for everyone; the address and the telephone number for one who manages the registry. */
const answerFor =
  (asker: Asker) =>
  ({ personId, name, email, phone, title, roles, revision }: PersonRow): PersonAnswer => ({
    personId,
    name,
    ...(email !== null && may(asker, 'registry.manage') && { email }),
    ...(phone !== null && may(asker, 'registry.manage') && { phone }),
    title,
    roles: [...roles],
    revision: String(revision),
  });
