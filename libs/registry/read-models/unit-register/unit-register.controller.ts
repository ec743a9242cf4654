import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import { UnitAnswer, UnitFilter, UnitPage } from './unit-register.dto.js';
import { GetUnit, ListUnits } from './unit-register.query.js';

@Controller('units')
export class UnitRegisterController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({ right: 'registry.read', summary: 'Schools and kindergartens, by name.', answer: UnitPage })
  list(@Query({ schema: UnitFilter }) filter: UnitFilter, @Asked() asker: Asker) {
    return this.queries.execute(new ListUnits(filter, asker));
  }

  @QueryRoute({ path: ':unitId', right: 'registry.read', summary: 'One school or kindergarten.', answer: UnitAnswer })
  one(@Param('unitId', { schema: UnitId }) unitId: UnitId, @Asked() asker: Asker) {
    return this.queries.execute(new GetUnit(unitId, asker));
  }
}
