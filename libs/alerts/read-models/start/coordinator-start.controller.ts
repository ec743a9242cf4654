import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CoordinatorStart } from '../follow-up/follow-up.dto.js';
import { ReadCoordinatorStart } from './coordinator-start.query.js';

@Controller('start')
export class CoordinatorStartController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'coordinator',
    right: 'follow-up.read',
    answer: CoordinatorStart,
    summary:
      'The coordinator’s morning: the month so far and the same day a year ago, what has changed since the last working day, and the five units to call first.',
  })
  read(@Asked() asker: Asker) {
    return this.queries.execute(new ReadCoordinatorStart(asker));
  }
}
