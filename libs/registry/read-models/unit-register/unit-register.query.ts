import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import { matchingItems, refuse, type Refused } from '#platform/kernel';
import { closedOnInSql } from '../../contract/index.js';
import { slice } from '../search.js';
import type { UnitAnswer, UnitFilter } from './unit-register.dto.js';
import { UnitRow } from './unit-register.entity.js';

export class ListUnits extends Query<Page<UnitAnswer>> {
  constructor(
    readonly filter: UnitFilter,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ filter, asker }: ListUnits): Promise<Page<UnitAnswer>> {
    const { tenant, today } = asker;
    const { page, size, kind, area, search, closed } = filter;
    return this.readSide.in(tenant, async (rows) => {
      const found = rows.createQueryBuilder(UnitRow, 'unit').where({ tenant });
      if (kind) found.andWhere({ kind });
      if (area) found.andWhere({ area });
      if (closed !== undefined)
        found.andWhere(`${closed ? '' : 'not '}${closedOnInSql('unit.closures', ':today')}`, { today });
      found.orderBy('unit.name').addOrderBy('unit.unitId');
      if (search) {
        // A municipality has some hundred units, so they are filtered in memory as on the pages.
        const met = matchingItems(await found.getMany(), search, (unit) => `${unit.name} ${unit.unitId}`);
        const items = met.slice((page - 1) * size, page * size);
        return { items: items.map((row) => unitAnswer(row, asker)), total: met.length, page, size };
      }
      const [items, total] = await slice(found, { page, size }).getManyAndCount();
      return { items: items.map((row) => unitAnswer(row, asker)), total, page, size };
    });
  }
}

export class GetUnit extends Query<UnitAnswer | Refused<'NOT_FOUND'>> {
  constructor(
    readonly unitId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(GetUnit)
export class GetUnitHandler implements IQueryHandler<GetUnit> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ unitId, asker }: GetUnit): Promise<UnitAnswer | Refused<'NOT_FOUND'>> {
    const { tenant } = asker;
    const row = await this.readSide.in(tenant, (rows) => rows.findOneBy(UnitRow, { tenant, unitId }));
    return row ? unitAnswer(row, asker) : refuse('NOT_FOUND');
  }
}

function unitAnswer({ tenant: _, ...row }: UnitRow, asker: Asker): UnitAnswer {
  const { unitId, standing } = row;
  const participantIds = standing.flatMap(({ personId, deputyId }) =>
    deputyId === null ? [personId] : [personId, deputyId],
  );
  const subject = { unitIds: [unitId], participantIds };
  return {
    ...row,
    obligations: [...row.obligations],
    hosts: [...row.hosts],
    closures: [...row.closures],
    services: [...row.services],
    standing: [...standing],
    revision: String(row.revision),
    may: [
      ...(may(asker, 'meeting.read', subject) ? (['open'] as const) : []),
      ...(may(asker, 'unit.manage', subject) ? (['manage'] as const) : []),
    ],
  };
}
