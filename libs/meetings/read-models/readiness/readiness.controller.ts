import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ReadinessAnswer } from './readiness.dto.js';
import { ReadReadiness } from './readiness.query.js';

@Controller('readiness')
export class ReadinessController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.manage',
    answer: ReadinessAnswer,
    summary: 'What is missing before the municipality’s units can meet: step by step, with how much of each.',
  })
  read(@Asked() asker: Asker) {
    return this.queries.execute(new ReadReadiness(asker.tenant, asker.today));
  }
}
