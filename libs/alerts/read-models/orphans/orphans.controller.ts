import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { OrphanPage } from './orphans.dto.js';
import { ListOrphans } from './orphans.query.js';

@Controller('orphans')
export class OrphansController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'action.hand-over',
    answer: OrphanPage,
    summary:
      'Open actions that nobody answers for: the owner has left, or a closed place. You may offer them to another.',
  })
  list(@Query({ schema: Paging }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListOrphans(paging, asker));
  }
}
