import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Brackets } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { refuse, type Refused } from '#platform/kernel';
import { afterASpace, atTheBeginning, slice } from '../search.js';
import type { PersonAnswer, PersonFilter } from './person-register.dto.js';
import { PersonRow } from './person-register.entity.js';

/** Held on the day, and what the filter asks of the role; what it does not ask is null and always true. */
const HOLDS = `exists (
  select from jsonb_to_recordset(person.roles)
    as held("role" text, "unitId" text, "serviceId" text, "from" date, "to" date)
  where held."from" <= :today and coalesce(held."to" >= :today, true)
    and coalesce(held."role" = :role, :role::text is null)
    and coalesce(held."unitId" = :unitId, :unitId::text is null)
    and coalesce(held."serviceId" = :serviceId, :serviceId::text is null))`;

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
    const { page, size, search, role = null, unitId = null, serviceId = null } = filter;
    const { municipality, today } = asker;
    return this.readSide.in(municipality, async (rows) => {
      const found = rows.createQueryBuilder(PersonRow, 'person').where({ municipality });
      if (role ?? unitId ?? serviceId) found.andWhere(HOLDS, { today, role, unitId, serviceId });
      if (search)
        found.andWhere(
          new Brackets((either) =>
            either
              .where('person.name ilike :first', { first: atTheBeginning(search) })
              .orWhere('person.name ilike :later', { later: afterASpace(search) }),
          ),
        );
      found.orderBy('person.name').addOrderBy('person.personId');
      const [items, total] = await slice(found, { page, size }).getManyAndCount();
      return { items: items.map(answerFor(asker)), total, page, size };
    });
  }
}

export class GetPerson extends Query<PersonAnswer | Refused<'NOT_FOUND'>> {
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

  async execute({ asker, personId }: GetPerson): Promise<PersonAnswer | Refused<'NOT_FOUND'>> {
    const { municipality } = asker;
    const row = await this.readSide.in(municipality, (rows) => rows.findOneBy(PersonRow, { municipality, personId }));
    return row ? answerFor(asker)(row) : refuse('NOT_FOUND');
  }
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
