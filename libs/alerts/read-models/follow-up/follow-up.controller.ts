import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import { FollowUpFilters, FollowUpPage, UnitFollowUp } from './follow-up.dto.js';
import { ListUnitsToCall, ReadUnitFollowUp } from './follow-up.query.js';

@Controller('follow-up')
export class FollowUpController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'follow-up.read',
    answer: FollowUpPage,
    summary:
      'What units are behind with, by the unit to call. First: nobody has reminded or called in three working days; then most months, protocols and meetings owed; then most matters; then the oldest.',
  })
  list(@Query({ schema: FollowUpFilters }) filters: FollowUpFilters, @Asked() asker: Asker) {
    return this.queries.execute(new ListUnitsToCall(filters, asker));
  }
}

@Controller('units')
export class UnitFollowUpController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':unitId/follow-up',
    right: 'follow-up.read',
    of: 'unit',
    answer: UnitFollowUp,
    summary: 'What a unit is behind with, whom to call, and what has been done about it.',
  })
  read(@Param('unitId', { schema: UnitId }) unitId: UnitId, @Asked() asker: Asker) {
    return this.queries.execute(new ReadUnitFollowUp(unitId, asker));
  }
}
