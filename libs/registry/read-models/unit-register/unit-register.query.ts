import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { lookedFor, refuse, type CalendarDate, type Refused } from '#platform/kernel';
import { closedOnInSql } from '../../contract/index.js';
import { slice } from '../search.js';
import type { UnitAnswer, UnitFilter } from './unit-register.dto.js';
import { UnitRow } from './unit-register.entity.js';

export class ListUnits extends Query<Page<UnitAnswer>> {
  constructor(
    readonly municipality: string,
    readonly filter: UnitFilter,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ municipality, filter, today }: ListUnits): Promise<Page<UnitAnswer>> {
    const { page, size, kind, area, search, closed } = filter;
    return this.readSide.in(municipality, async (rows) => {
      const found = rows.createQueryBuilder(UnitRow, 'unit').where({ municipality });
      if (kind) found.andWhere({ kind });
      if (area) found.andWhere({ area });
      if (closed !== undefined)
        found.andWhere(`${closed ? '' : 'not '}${closedOnInSql('unit.closures', ':today')}`, { today });
      found.orderBy('unit.name').addOrderBy('unit.unitId');
      if (search) {
        // A municipality has some hundred units, so they are filtered in memory as on the pages.
        const met = lookedFor(await found.getMany(), search, (unit) => `${unit.name} ${unit.unitId}`);
        const items = met.slice((page - 1) * size, page * size);
        return { items: items.map(unitAnswer), total: met.length, page, size };
      }
      const [items, total] = await slice(found, { page, size }).getManyAndCount();
      return { items: items.map(unitAnswer), total, page, size };
    });
  }
}

export class GetUnit extends Query<UnitAnswer | Refused<'NOT_FOUND'>> {
  constructor(
    readonly municipality: string,
    readonly unitId: string,
  ) {
    super();
  }
}

@QueryHandler(GetUnit)
export class GetUnitHandler implements IQueryHandler<GetUnit> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ municipality, unitId }: GetUnit): Promise<UnitAnswer | Refused<'NOT_FOUND'>> {
    const row = await this.readSide.in(municipality, (rows) => rows.findOneBy(UnitRow, { municipality, unitId }));
    return row ? unitAnswer(row) : refuse('NOT_FOUND');
  }
}

const unitAnswer = ({
  municipality: _,
  revision,
  obligations,
  hosts,
  closures,
  services,
  standing,
  ...row
}: UnitRow): UnitAnswer => ({
  ...row,
  obligations: [...obligations],
  hosts: [...hosts],
  closures: [...closures],
  services: [...services],
  standing: [...standing],
  revision: String(revision),
});
