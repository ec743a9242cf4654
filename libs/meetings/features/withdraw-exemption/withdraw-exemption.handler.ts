import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SchoolYearStreams, schoolYearId } from '../../streams/school-year.streams.js';
import { WithdrawExemption } from './withdraw-exemption.command.js';

@CommandHandler(WithdrawExemption)
export class WithdrawExemptionHandler implements ICommandHandler<WithdrawExemption> {
  constructor(private readonly schoolYears: SchoolYearStreams) {}

  execute({ unitId, schoolYear, month, context }: WithdrawExemption) {
    return this.schoolYears.run(
      schoolYearId(unitId, schoolYear),
      { type: 'WithdrawExemption', unitId, schoolYear, month },
      context,
    );
  }
}
