import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { RefusedDecisionPage } from './refused-decisions.dto.js';
import { ListRefusedDecisions } from './refused-decisions.query.js';

@Controller('refused-decisions')
export class RefusedDecisionsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'follow-up.read',
    answer: RefusedDecisionPage,
    summary: 'Decisions of filed protocols that their actions refused, until they are corrected or seen.',
  })
  list(@Query({ schema: Paging }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListRefusedDecisions(paging, asker));
  }
}
