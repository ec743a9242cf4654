import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { PlanMeeting, PlanMeetingBody } from './plan-meeting.command.js';

@Controller('meetings')
export class PlanMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'meeting.plan', summary: 'Plan a single meeting: ordinary, extraordinary or joint.' })
  handle(
    @Body({ schema: PlanMeetingBody }) body: PlanMeetingBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new PlanMeeting(body, asker, context));
  }
}
