import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Sessions } from '#platform/identity';
import { CLOCK, dayOf, isRefused, stableId, type Clock, type Refused } from '#platform/kernel';
import type { CommandContext, StreamRule } from '#platform/streams';
import { Municipalities } from '#registry/contract';
import { EVERYBODY, SignOutStreams } from '../streams/sign-out.streams.js';

/** Number of sessions that were ended. */
interface EverybodySignedOut {
  readonly ended: number;
}

/** Ends every session of the installation, for the operator, and records it in each municipality. */
export class SignOutEverybody extends Command<EverybodySignedOut | Refused<StreamRule>> {
  constructor(readonly context: Omit<CommandContext, 'tenant'>) {
    super();
  }
}

@CommandHandler(SignOutEverybody)
export class SignOutEverybodyHandler implements ICommandHandler<SignOutEverybody> {
  constructor(
    private readonly signOuts: SignOutStreams,
    private readonly municipalities: Municipalities,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Recorded first: no session is ended without a record, and after a crash in between the repeat ends them. */
  async execute({ context }: SignOutEverybody): Promise<EverybodySignedOut | Refused<StreamRule>> {
    const on = dayOf(this.clock.now());
    for (const { id: tenant } of await this.municipalities.served()) {
      const own = { ...context, tenant, commandId: stableId(context.commandId, tenant) };
      const outcome = await this.signOuts.run(EVERYBODY, { type: 'SignOutEverybody', on }, own);
      if (isRefused(outcome)) return outcome;
    }
    return { ended: await this.sessions.endEverybodys() };
  }
}
