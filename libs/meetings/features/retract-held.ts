import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MeetingId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { MeetingRule } from '../domain/meeting/meeting.decider.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

export const RetractHeldBody = z.strictObject({
  reason: requiredText(LONGEST.reason).describe('Why it was said by mistake.'),
});
export type RetractHeldBody = z.infer<typeof RetractHeldBody>;

/** Withdraws the report that the meeting was held; not possible once its protocol is filed. */
export class RetractHeld extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: RetractHeldBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RetractHeld)
export class RetractHeldHandler implements ICommandHandler<RetractHeld> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, context }: RetractHeld) {
    return this.meetings.run(meetingId, { type: 'RetractHeld', ...body }, context);
  }
}

@Controller('meetings')
export class RetractHeldController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/held-retraction',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Take back that a meeting was held, with a reason; it stands again as before.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: RetractHeldBody }) body: RetractHeldBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RetractHeld(meetingId, body, asker, context));
  }
}
