import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { SetSchoolCalendar, SetSchoolCalendarBody } from './set-school-calendar.command.js';

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
