import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionId } from '#platform/kernel';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { Timeline } from './action-timeline.dto.js';
import { ReadTimeline } from './action-timeline.query.js';

@Controller('actions')
export class ActionTimelineController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':actionId/timeline',
    right: 'action.read',
    answer: Timeline,
    summary: 'What happened to the action, oldest first: who did what when, in sentences.',
  })
  read(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Query({ schema: Paging }) paging: Paging,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ReadTimeline(actionId, paging, asker));
  }
}
