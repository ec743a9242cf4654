import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory } from '../contract/index.js';
import { hostStandingOn, hostsOthersOn } from '../domain/unit/joint-meeting-place.js';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';

export const SetJointMeetingPlaceBody = z.object({
  hostUnitId: UnitId.nullable().describe('The unit that holds the meetings; null ends it.'),
  from: CalendarDate.describe('From this day on, until further notice.'),
});
export type SetJointMeetingPlaceBody = z.infer<typeof SetJointMeetingPlaceBody>;

/** Sets the unit's host for joint meetings from a day on, or ends the joint meetings. */
export class SetJointMeetingPlace extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: SetJointMeetingPlaceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetJointMeetingPlace)
export class SetJointMeetingPlaceHandler implements ICommandHandler<SetJointMeetingPlace> {
  constructor(
    private readonly units: UnitStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, body, context }: SetJointMeetingPlace) {
    const { hostUnitId, from } = body;
    const of = context.tenant;
    const host = hostUnitId === null ? 'unknown' : hostStandingOn((await this.units.load(hostUnitId, of)).state, from);
    const hostsOthers = hostsOthersOn(await this.directory.units(of), unitId, from);
    return this.units.run(unitId, { type: 'SetJointMeetingPlace', hostUnitId, from, host, hostsOthers }, context);
  }
}

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
