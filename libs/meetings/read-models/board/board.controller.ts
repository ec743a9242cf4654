import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import { ReadUnitPage } from '../unit-page/unit-page.query.js';
import { BoardAnswer, BoardFilters, YearQuery, YearAnswer } from './board.dto.js';
import { ReadBoard } from './board.query.js';

@Controller('board')
export class BoardController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'board.read',
    summary: 'Units × months of a school year: held, missing, exempt, planned; coverage per month and per unit.',
    answer: BoardAnswer,
  })
  handle(@Query({ schema: BoardFilters }) filters: BoardFilters, @Asked() asker: Asker) {
    return this.queries.execute(new ReadBoard(filters, asker));
  }
}

@Controller('units')
export class UnitPageController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':unitId/overview',
    right: 'meeting.read',
    of: 'unit',
    summary: 'A unit’s page: the year as a strip of months, the next meeting, open actions, members.',
    answer: YearAnswer,
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: YearQuery }) { schoolYear }: z.infer<typeof YearQuery>,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadUnitPage(unitId, schoolYear, asker));
  }
}
