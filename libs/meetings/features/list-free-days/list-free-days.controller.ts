import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { Month, UnitId } from '#platform/kernel';
import { FreeDaysAnswer, FreeDaysWanted } from './list-free-days.dto.js';
import { ListFreeDays } from './list-free-days.query.js';

@Controller('units')
export class ListFreeDaysController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':unitId/months/:month/free-days',
    right: 'meeting.plan',
    of: 'unit',
    summary:
      'The days of a month for a meeting of the unit: holidays, who of its table is taken, which services are full.',
    answer: FreeDaysAnswer,
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Param('month', { schema: Month }) month: Month,
    @Query({ schema: FreeDaysWanted }) wanted: FreeDaysWanted,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ListFreeDays(unitId, month, wanted, asker));
  }
}
