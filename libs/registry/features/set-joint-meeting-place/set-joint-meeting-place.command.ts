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

/** The unit meets at another unit's table from a day on, or on its own again. */
export class SetJointMeetingPlace extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: SetJointMeetingPlaceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
