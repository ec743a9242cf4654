import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';

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
