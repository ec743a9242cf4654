import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceNeedsAnswer } from './service-needs.dto.js';
import { ReadServiceNeeds } from './service-needs.query.js';

@Controller('services')
export class ServiceNeedsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'needs',
    right: 'service-figures.read',
    answer: ServiceNeedsAnswer,
    summary:
      'What needs you who lead services: actions nobody answers for, long over due, and meetings stayed away from.',
  })
  read(@Asked() asker: Asker) {
    return this.queries.execute(new ReadServiceNeeds(asker));
  }
}
