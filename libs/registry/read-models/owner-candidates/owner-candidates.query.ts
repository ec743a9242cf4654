import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import { refuse, type Refused } from '#platform/kernel';
import { UnitRow } from '../unit-register/unit-register.entity.js';
import { heldOnInSql, rolesInSql } from '../held-in-sql.js';
import { meetsName, namesNear, namesTyped, type NamePrefixes } from '../name-prefixes.js';
import type { CandidateFilter, OwnerCandidate, OwnerCandidates } from './owner-candidates.dto.js';

/** People of one unit are a few dozen; users refine a longer list by typing another letter. */
const MOST_NEAR = 200;
const MOST_FOUND = 30;

/**
 * Everyone at work on the day, once, by the role nearest to the unit. Users who only follow the system (an elected
 * member, an auditor) cannot own actions.
 */
const CANDIDATES = `
select person.person_id as "personId", person.name, person.title,
  held.role, held."unitId", held."serviceId", held.nearness,
  coalesce(unit.name, service.name, service_unit.name) as place
from registry_person person
cross join lateral (
  select held.*,
    case when held."unitId" = $3 or person.person_id = any($5::uuid[]) then 'unit'
         when held."serviceId" = any($4::text[]) then 'service'
         else 'elsewhere' end as nearness
  from ${rolesInSql('person.roles')}
  where ${heldOnInSql('$2')} and held.role not in ('elected', 'auditor')
  order by coalesce(held."unitId" = $3, false) desc, coalesce(held."serviceId" = any($4::text[]), false) desc,
    held."from" collate "C", held.role
  limit 1
) held
left join registry_unit unit on unit.unit_id = held."unitId"
left join registry_service service on service.service_id = held."serviceId"::uuid
left join registry_service_unit service_unit on service_unit.service_unit_id = held."serviceUnitId"::uuid
where person.tenant = $1
  and case when $6::jsonb is null then held.nearness <> 'elsewhere' else ${meetsName('person.words', '$6')} end
order by array_position(array['unit', 'service', 'elsewhere'], held.nearness), person.name, person.person_id
limit $7`;

/** Possible owners of an action at a unit: people of the unit and of its services, or by `text` anyone. */
export class ListOwnerCandidates extends Query<OwnerCandidates | Refused<'NOT_FOUND'>> {
  constructor(
    readonly asker: Asker,
    readonly unitId: string,
    readonly filter: CandidateFilter,
  ) {
    super();
  }
}

@QueryHandler(ListOwnerCandidates)
export class ListOwnerCandidatesHandler implements IQueryHandler<ListOwnerCandidates> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asker: { tenant, today }, unitId, filter: { text, on = today } }: ListOwnerCandidates) {
    return this.readSide.in(tenant, async (rows) => {
      const unit = await rows.findOneBy(UnitRow, { tenant, unitId });
      if (!unit) return refuse('NOT_FOUND');
      const services = unit.services.map(({ serviceId }) => serviceId);
      const table = unit.standing.flatMap(({ personId, deputyId }) => [personId, ...(deputyId ? [deputyId] : [])]);
      const found = (prefixes: NamePrefixes | null) => {
        const values = [tenant, on, unitId, services, table, prefixes && JSON.stringify(prefixes)];
        return rows.query<OwnerCandidate[]>(CANDIDATES, [...values, prefixes ? MOST_FOUND : MOST_NEAR]);
      };
      if (text === undefined) return { items: await found(null) };
      const typed = namesTyped(text);
      if (!typed) return { items: [] };
      const met = await found(typed);
      return { items: met.length > 0 ? met : await found(await namesNear(rows, tenant, text)) };
    });
  }
}
