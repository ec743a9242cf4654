import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MyActionsDto } from './my-actions.dto.js';
import { ListMyActions } from './my-actions.query.js';

@Controller('actions')
export class MyActionsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'mine',
    right: 'action.read',
    answer: MyActionsDto,
    summary: 'Your open actions across units, by when they are due, and what is offered to you.',
  })
  mine(@Query({ schema: Paging }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListMyActions(paging, asker));
  }
}
