import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MunicipalityStreams } from '../../streams/registry.streams.js';
import { SetSchoolCalendar } from './set-school-calendar.command.js';

@CommandHandler(SetSchoolCalendar)
export class SetSchoolCalendarHandler implements ICommandHandler<SetSchoolCalendar> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: SetSchoolCalendar) {
    return this.municipalities.run(context.municipality, { type: 'SetSchoolCalendar', calendar: body }, context);
  }
}
