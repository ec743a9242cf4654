import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId, type PersonId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const DeclareProtocolLostBody = z.strictObject({
  reason: requiredText(LONGEST.reason).describe('Why it cannot be filed; shown with the meeting.'),
});
export type DeclareProtocolLostBody = z.infer<typeof DeclareProtocolLostBody>;

/** The coordinator stops expecting a protocol that nobody can write any more. */
export class DeclareProtocolLost extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: DeclareProtocolLostBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DeclareProtocolLost)
export class DeclareProtocolLostHandler implements ICommandHandler<DeclareProtocolLost> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, asker, context }: DeclareProtocolLost) {
    const by = asker.personId as PersonId;
    return this.meetings.run(meetingId, { type: 'DeclareProtocolLost', ...body, by, today: asker.today }, context);
  }
}

@Controller('meetings')
export class DeclareProtocolLostController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/protocol-loss',
    right: 'protocol.declare-lost',
    of: 'meeting',
    summary:
      'Declare the protocol of a held meeting lost, with a reason: nobody is asked for it, and it may still be filed.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: DeclareProtocolLostBody }) body: DeclareProtocolLostBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new DeclareProtocolLost(meetingId, body, asker, context));
  }
}
