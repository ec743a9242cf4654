import { Controller, Inject, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { Sessions } from '#platform/identity';
import { CLOCK, dayOf, isRefused, PersonId, refuse, type Clock, type Refused } from '#platform/kernel';
import type { CommandContext, StreamRule } from '#platform/streams';
import { Directory } from '#registry/contract';
import { SignOutStreams } from '../streams/sign-out.streams.js';

/** Number of sessions that were ended; 0 if they had ended already. */
interface SignedOut {
  readonly ended: number;
}

/** Ends all sessions of a person, and records that somebody else did so. */
export class SignOutPerson extends Command<SignedOut | Refused<StreamRule>> {
  constructor(
    readonly personId: PersonId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SignOutPerson)
export class SignOutPersonHandler implements ICommandHandler<SignOutPerson> {
  constructor(
    private readonly signOuts: SignOutStreams,
    private readonly directory: Directory,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Recorded first: no session is ended without a record, and after a crash in between the repeat ends them. */
  async execute({ personId, context }: SignOutPerson): Promise<SignedOut | Refused<StreamRule>> {
    const { tenant } = context;
    const on = dayOf(this.clock.now());
    const outcome = await this.signOuts.run<'NOT_FOUND'>(
      personId,
      async () => {
        const [person] = await this.directory.people(tenant, [personId]);
        return person ? { type: 'SignOutPerson', personId, on } : refuse('NOT_FOUND');
      },
      context,
    );
    if (isRefused(outcome)) return outcome;
    return { ended: await this.sessions.endAll({ tenant, personId }) };
  }
}

const SignedOutAnswer = z.object({
  ended: z.int().describe('Number of sessions that were ended; 0 if they had ended already.'),
});

/** There is no list of another's sessions: when and where a colleague works is nobody's business. */
@Controller('people/:personId/sessions')
export class SignOutPersonController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    right: 'sessions.end',
    needsConfirmation: true,
    answer: SignedOutAnswer,
    summary: 'Sign a person out everywhere; who did so is recorded.',
  })
  handle(@Param('personId', { schema: PersonId }) personId: PersonId, @Commanded() context: CommandContext) {
    return this.commands.execute(new SignOutPerson(personId, context));
  }
}
