import { z } from 'zod';
import { READINESS_STEPS } from '../../contract/index.js';

/** Maximum number of places that are named for a step; the counts are complete. */
export const MOST_NAMED = 200;

const Step = z.enum(READINESS_STEPS);

export const ReadinessAnswer = z.object({
  isReady: z.boolean().describe('Nothing is missing.'),
  schoolYear: z.int().describe('The school year that the calendar and the plan are for: the year it begins in.'),
  steps: z
    .array(
      z.object({
        step: Step,
        of: z.int().describe('Units, services or kinds of unit that it is done for one by one; otherwise 1.'),
        missing: z.int().describe('Those that it is not done for; 0 where it waits.'),
        lacking: z
          .array(z.object({ kind: z.enum(['unit', 'service']), id: z.string(), name: z.string() }))
          .describe(`Those that it is not done for, by name; at most ${MOST_NAMED}.`),
        waitsFor: Step.nullable().describe('The step that this one cannot begin before.'),
        isDone: z.boolean(),
      }),
    )
    .describe('In the order in which they are done.'),
});
export type ReadinessAnswer = z.infer<typeof ReadinessAnswer>;
