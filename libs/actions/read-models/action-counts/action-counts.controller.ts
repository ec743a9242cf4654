import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionCountsDto, ActionCountsQuery } from './action-counts.dto.js';
import { CountActions } from './action-counts.query.js';

@Controller('actions')
export class ActionCountsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'counts',
    right: 'action.read',
    answer: ActionCountsDto,
    summary: 'How many of the actions that you may read wait, and for what.',
  })
  count(@Query({ schema: ActionCountsQuery }) query: ActionCountsQuery, @Asked() asker: Asker) {
    return this.queries.execute(new CountActions(query, asker));
  }
}
