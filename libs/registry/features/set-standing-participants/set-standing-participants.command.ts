import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { PersonId, type CalendarDate, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';

export const SetStandingParticipantsBody = z.object({
  participants: z
    .array(
      z.object({
        personId: PersonId.describe('Who always takes part.'),
        deputyId: PersonId.nullable().describe('Who takes part in their place.'),
      }),
    )
    .max(50)
    .describe('The whole list, in the order in which they are shown.'),
});
export type SetStandingParticipantsBody = z.infer<typeof SetStandingParticipantsBody>;

/** Sets the unit's standing participants and their deputies. */
export class SetStandingParticipants extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: SetStandingParticipantsBody,
    readonly context: CommandContext,
    readonly today: CalendarDate,
  ) {
    super();
  }
}
