import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SchoolYearStreams, schoolYearId } from '../../streams/school-year.streams.js';
import { ExemptMonth } from './exempt-month.command.js';

@CommandHandler(ExemptMonth)
export class ExemptMonthHandler implements ICommandHandler<ExemptMonth> {
  constructor(private readonly schoolYears: SchoolYearStreams) {}

  execute({ unitId, schoolYear, body, context }: ExemptMonth) {
    return this.schoolYears.run(
      schoolYearId(unitId, schoolYear),
      { type: 'ExemptMonth', unitId, schoolYear, ...body },
      context,
    );
  }
}
