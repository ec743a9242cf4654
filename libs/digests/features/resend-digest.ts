import { Controller, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { DigestWeek } from '../contract/index.js';
import type { DigestRule } from '../domain/digest/digest.decider.js';
import { digestIdOf, DigestStreams } from '../streams/digest.streams.js';

/** Has a person's digest sent once more, as it was. The next sweep announces the mail. */
export class ResendDigest extends Command<Outcome<DigestRule>> {
  constructor(
    readonly personId: PersonId,
    readonly week: DigestWeek,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResendDigest)
export class ResendDigestHandler implements ICommandHandler<ResendDigest> {
  constructor(private readonly digests: DigestStreams) {}

  execute({ personId, week, asker: { today }, context }: ResendDigest) {
    return this.digests.run(digestIdOf(personId, week), { type: 'ResendDigest', on: today }, context);
  }
}

@Controller('digests')
export class ResendOwnDigestController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':week/resend',
    right: 'mail.receive',
    summary: 'Sends your digest once more, as it was, within a minute.',
  })
  handle(
    @Param('week', { schema: DigestWeek }) week: DigestWeek,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ResendDigest(asker.personId as PersonId, week, asker, context));
  }
}

@Controller('people')
export class ResendDigestController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':personId/digests/:week/resend',
    right: 'mail.manage',
    needsConfirmation: true,
    summary: 'Sends a person’s digest once more, as it was, within a minute.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Param('week', { schema: DigestWeek }) week: DigestWeek,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ResendDigest(personId, week, asker, context));
  }
}
