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

export const CancelMeetingBody = z.strictObject({
  reason: requiredText(LONGEST.reason).describe('Why it will not be held.'),
});
export type CancelMeetingBody = z.infer<typeof CancelMeetingBody>;

/** Cancels a meeting, with the reason. */
export class CancelMeeting extends Command<Outcome<MeetingRule>> {
  constructor(
    readonly meetingId: MeetingId,
    readonly body: CancelMeetingBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CancelMeeting)
export class CancelMeetingHandler implements ICommandHandler<CancelMeeting> {
  constructor(private readonly meetings: MeetingStreams) {}

  execute({ meetingId, body, context }: CancelMeeting) {
    return this.meetings.run(meetingId, { type: 'CancelMeeting', ...body }, context);
  }
}

@Controller('meetings')
export class CancelMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':meetingId/cancellation',
    right: 'meeting.plan',
    of: 'meeting',
    summary: 'Cancel a meeting, with a reason.',
  })
  handle(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Body({ schema: CancelMeetingBody }) body: CancelMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CancelMeeting(meetingId, body, asker, context));
  }
}
