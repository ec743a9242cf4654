import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute, RefusalCatalog, SchoolYearInPath } from '#platform/http';
import type { Asker } from '#platform/identity';
import {
  CalendarDate,
  Month,
  TimeOfDay,
  UnitId,
  type SchoolYear,
  stableId,
  isRefused,
  requiredText,
} from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import { PlanRule } from '../contract/school-year.events.js';
import type { SchoolYearRule } from '../domain/school-year/school-year.decider.js';
import { schoolYearRefusals } from '../domain/school-year/school-year.refusals.js';
import { PlanSchoolYear } from './plan-school-year.js';

export const PlanSchoolYearsBody = z.strictObject({
  units: z
    .array(
      z.strictObject({
        unitId: UnitId,
        rule: PlanRule,
        place: requiredText(LONGEST.place).nullable().default(null),
        meetings: z
          .array(z.strictObject({ month: Month, on: CalendarDate, startsAt: TimeOfDay }))
          .min(1)
          .max(12),
      }),
    )
    .min(1)
    .max(2000)
    .describe('The days that were shown, unit by unit: all that is to be decided, and nothing else.'),
});
export type PlanSchoolYearsBody = z.infer<typeof PlanSchoolYearsBody>;

/** Result of each unit's plan. */
export interface PlannedUnit {
  readonly unitId: UnitId;
  readonly outcome: Outcome<SchoolYearRule>;
}

/**
 * Decides the meetings of many units at once: one decision per unit, each on its own stream, accepted or refused
 * separately.
 */
export class PlanSchoolYears extends Command<readonly PlannedUnit[]> {
  constructor(
    readonly schoolYear: SchoolYear,
    readonly body: PlanSchoolYearsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

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

const PlannedAnswer = z.object({
  units: z.int().describe('Units whose plan was decided.'),
  position: z.string().regex(/^\d+$/).describe('Ask with `?after=<position>` to read what you wrote.'),
  /** Not named `refused`, which in an answer means that the whole command was refused. */
  notDecided: z
    .array(
      z.object({
        unitId: UnitId,
        rules: z.array(z.object({ rule: z.string(), at: z.string().optional(), detail: z.string() })),
      }),
    )
    .describe('Units whose plan was not: nothing of theirs was decided.'),
});

/** Texts for the refused units: they are listed beside the decided ones, so the answer is no problem response. */
const SENTENCES = new RefusalCatalog(schoolYearRefusals);

@Controller('school-years')
export class PlanSchoolYearsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':schoolYear/plan',
    right: 'plan.propose',
    summary:
      'Decide the proposed meetings of many units at once. Each unit is decided by itself; those refused are named.',
    answer: PlannedAnswer,
  })
  async handle(
    @Param('schoolYear', { schema: SchoolYearInPath }) schoolYear: SchoolYear,
    @Body({ schema: PlanSchoolYearsBody }) body: PlanSchoolYearsBody,
    @Asked() { language }: Asker,
    @Commanded() context: CommandContext,
  ): Promise<z.infer<typeof PlannedAnswer>> {
    const done = await this.commands.execute(new PlanSchoolYears(schoolYear, body, context));
    const positions = done.flatMap(({ outcome }) => (isRefused(outcome) ? [] : [outcome.position]));
    return {
      units: positions.length,
      position: String(positions.reduce((latest, it) => (it > latest ? it : latest), 0n)),
      notDecided: done.flatMap(({ unitId, outcome }) =>
        isRefused(outcome) ? { unitId, rules: [...SENTENCES.brokenOf(outcome, language)] } : [],
      ),
    };
  }
}
