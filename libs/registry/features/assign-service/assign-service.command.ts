import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { PersonId, type CalendarDate, type ServiceId, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';

export const AssignServiceBody = z.object({
  contactId: PersonId.nullable().describe('The person in the service that the unit turns to.'),
  mustAttend: z.boolean().describe('True: absence from the meeting is visible.'),
});
export type AssignServiceBody = z.infer<typeof AssignServiceBody>;

/** Assigns a support service to the unit. */
export class AssignService extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly serviceId: ServiceId,
    readonly body: AssignServiceBody,
    readonly context: CommandContext,
    readonly today: CalendarDate,
  ) {
    super();
  }
}
