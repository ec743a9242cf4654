import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext, Outcome } from '#platform/streams';
import { SchoolCalendar } from '../contract/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';

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

@CommandHandler(SetSchoolCalendar)
export class SetSchoolCalendarHandler implements ICommandHandler<SetSchoolCalendar> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: SetSchoolCalendar) {
    return this.municipalities.run(context.tenant, { type: 'SetSchoolCalendar', calendar: body }, context);
  }
}

@Controller('municipality')
export class SetSchoolCalendarController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: 'school-calendars',
    right: 'registry.manage',
    summary: 'Set the school calendar of schools or kindergartens for a school year.',
  })
  handle(@Body({ schema: SetSchoolCalendarBody }) body: SetSchoolCalendarBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new SetSchoolCalendar(body, context));
  }
}
