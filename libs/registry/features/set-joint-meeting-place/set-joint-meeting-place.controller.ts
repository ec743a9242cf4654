import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { SetJointMeetingPlace, SetJointMeetingPlaceBody } from './set-joint-meeting-place.command.js';

@Controller('units')
export class SetJointMeetingPlaceController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/joint-meeting-place',
    right: 'registry.manage',
    summary: 'Let one unit meet at the table of another, so that one meeting counts for both.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: SetJointMeetingPlaceBody }) body: SetJointMeetingPlaceBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SetJointMeetingPlace(unitId, body, context));
  }
}
