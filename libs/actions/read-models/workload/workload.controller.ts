import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { WorkloadAnswer } from './workload.dto.js';
import { ReadWorkload } from './workload.query.js';

@Controller('services')
export class WorkloadController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'workload',
    right: 'service-figures.read',
    answer: WorkloadAnswer,
    summary: 'What your services and their people carry: open actions and those over due, now and month by month.',
  })
  read(@Asked() asker: Asker) {
    return this.queries.execute(new ReadWorkload(asker));
  }
}
