import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { stableId } from '#platform/kernel';
import { PlanSchoolYear } from '../plan-school-year/plan-school-year.command.js';
import { PlanSchoolYears, type PlannedUnit } from './plan-school-years.command.js';

/** Number of units decided concurrently: enough for the log to group their writes. */
const AT_A_TIME = 24;

@CommandHandler(PlanSchoolYears)
export class PlanSchoolYearsHandler implements ICommandHandler<PlanSchoolYears> {
  constructor(private readonly commands: CommandBus) {}

  async execute({ schoolYear, body, context }: PlanSchoolYears): Promise<readonly PlannedUnit[]> {
    const done: PlannedUnit[] = [];
    const { expected: _, ...rest } = context;
    for (let at = 0; at < body.units.length; at += AT_A_TIME) {
      const some = body.units.slice(at, at + AT_A_TIME);
      done.push(
        ...(await Promise.all(
          some.map(async ({ unitId, ...plan }) => {
            // A repeat of the same request gets each unit's first answer.
            const own = { ...rest, commandId: stableId(context.commandId, unitId) };
            const wish = { ...plan, force: false };
            return { unitId, outcome: await this.commands.execute(new PlanSchoolYear(unitId, schoolYear, wish, own)) };
          }),
        )),
      );
    }
    return done;
  }
}
