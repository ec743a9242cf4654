import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Brackets } from 'typeorm';
import { ReadSide } from '#platform/database';
import type { Page } from '#platform/http';
import { refuse, type Refused } from '#platform/kernel';
import { anywhere, atTheBeginning, slice } from '../search.js';
import type { UnitAnswer, UnitFilter } from './unit-register.dto.js';
import { UnitRow } from './unit-register.entity.js';

export class ListUnits extends Query<Page<UnitAnswer>> {
  constructor(
    readonly municipality: string,
    readonly filter: UnitFilter,
  ) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ municipality, filter: { page, size, kind, area, search, closed } }: ListUnits): Promise<Page<UnitAnswer>> {
    return this.readSide.in(municipality, async (rows) => {
      const found = rows.createQueryBuilder(UnitRow, 'unit').where({ municipality });
      if (kind) found.andWhere({ kind });
      if (area) found.andWhere({ area });
      if (closed !== undefined) found.andWhere(`unit.closedOn is ${closed ? 'not null' : 'null'}`);
      if (search)
        found.andWhere(
          new Brackets((either) =>
            either
              .where('unit.name ilike :name', { name: anywhere(search) })
              .orWhere('unit.unitId like :number', { number: atTheBeginning(search) }),
          ),
        );
      found.orderBy('unit.name').addOrderBy('unit.unitId');
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
  services,
  standing,
  ...row
}: UnitRow): UnitAnswer => ({
  ...row,
  obligations: [...obligations],
  hosts: [...hosts],
  services: [...services],
  standing: [...standing],
  revision: String(revision),
});
