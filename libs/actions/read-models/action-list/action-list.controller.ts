import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionId } from '#platform/kernel';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionDto, ActionPage } from './action-list.dto.js';
import { ActionListQuery } from './action-list.filter.js';
import { ListActions } from './action-list.query.js';
import { ReadAction } from './one-action.query.js';

@Controller('actions')
export class ActionListController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'action.read',
    answer: ActionPage,
    summary: 'Actions that you may read, earliest due first.',
  })
  list(@Query({ schema: ActionListQuery }) query: ActionListQuery, @Asked() asker: Asker) {
    return this.queries.execute(new ListActions(query, asker));
  }

  /**
   * Not `of: 'action'`, since a person whom it is offered to may read it too; the query is limited to the asker's
   * scope.
   */
  @QueryRoute({ path: ':actionId', right: 'action.read', answer: ActionDto, summary: 'One action.' })
  one(@Param('actionId', { schema: ActionId }) actionId: ActionId, @Asked() asker: Asker) {
    return this.queries.execute(new ReadAction(actionId, asker));
  }
}
