import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { LadderAnswer } from './ladder.dto.js';
import { GetLadder } from './ladder.query.js';

@Controller('municipality')
export class LadderController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'ladder',
    right: 'registry.read',
    summary: 'Whom alerts are told to and when, what may be decided about it, and who changed it last.',
    answer: LadderAnswer,
  })
  one(@Asked() asker: Asker) {
    return this.queries.execute(new GetLadder(asker.tenant));
  }
}
