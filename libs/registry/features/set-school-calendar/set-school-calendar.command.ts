import { Command } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CommandContext, Outcome } from '#platform/streams';
import { SchoolCalendar } from '../../contract/index.js';
import type { MunicipalityRule } from '../../domain/municipality/municipality.decider.js';

export const SetSchoolCalendarBody = SchoolCalendar;
export type SetSchoolCalendarBody = z.infer<typeof SetSchoolCalendarBody>;

/** Sets the school calendar (skolerute) of a kind of unit for a school year. */
export class SetSchoolCalendar extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: SetSchoolCalendarBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
