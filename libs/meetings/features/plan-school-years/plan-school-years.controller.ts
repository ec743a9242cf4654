import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute, RefusalCatalog, SchoolYearInPath } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused, UnitId, type SchoolYear } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { schoolYearRefusals } from '../../domain/school-year/school-year.refusals.js';
import { PlanSchoolYears, PlanSchoolYearsBody } from './plan-school-years.command.js';

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
