import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { SignInsAnswer } from './sign-ins.dto.js';
import { ListSignIns } from './sign-ins.query.js';

@Controller('sign-ins')
export class SignInsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.manage',
    answer: SignInsAnswer,
    summary: 'Who waits to be let in after signing in at the provider, and who signs in as whom.',
  })
  list(@Asked() asker: Asker) {
    return this.queries.execute(new ListSignIns(asker));
  }
}
