import { Controller } from '@nestjs/common';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { StillWaiting } from '../../waiting/still-waiting.js';

const WaitingAnswer = z.object({ waiting: z.int().describe('Number of people who wait to be let in.') });
type WaitingAnswer = z.infer<typeof WaitingAnswer>;

/** Number of people who wait to be let in, for the pages that show it. */
export class CountWaiting extends Query<WaitingAnswer> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(CountWaiting)
export class CountWaitingHandler implements IQueryHandler<CountWaiting> {
  constructor(private readonly stillWaiting: StillWaiting) {}

  async execute({ asker: { tenant } }: CountWaiting): Promise<WaitingAnswer> {
    return { waiting: (await this.stillWaiting.in(tenant)).length };
  }
}

@Controller('sign-ins/waiting')
export class CountWaitingController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.manage',
    answer: WaitingAnswer,
    summary: 'How many wait to be let in after signing in at the provider.',
  })
  count(@Asked() asker: Asker) {
    return this.queries.execute(new CountWaiting(asker));
  }
}
