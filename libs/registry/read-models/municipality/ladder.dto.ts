import { z } from 'zod';
import { PersonId } from '#platform/kernel';
import { LADDER_KINDS, LadderReceiver } from '../../contract/index.js';

const Step = z.object({
  workingDays: z.int().describe('From the day that the kind counts from; below 0 before it.'),
  to: z.array(LadderReceiver),
});

export const LadderAnswer = z.object({
  kinds: z
    .array(
      z.object({
        kind: z.enum(LADDER_KINDS),
        steps: z.array(Step).describe('In force, earliest first.'),
        isOwn: z.boolean().describe('The municipality has decided on them; otherwise they are the default.'),
        standard: z.array(Step).describe('The default steps.'),
        from: z.int().describe('The earliest day of a step.'),
        until: z.int().describe('The latest day of a step.'),
        receivers: z.array(LadderReceiver).describe('Those whom a step of this kind can tell.'),
        mostSteps: z.int(),
      }),
    )
    .describe('In the order in which they are shown.'),
  changed: z
    .object({
      at: z.iso.datetime(),
      by: z.object({ personId: PersonId, name: z.string().nullable() }).nullable().describe('Null for the system.'),
    })
    .nullable()
    .describe('The last change of the steps in force; null where they are as they were at the beginning.'),
  revision: z.string().describe('For `If-Match`.'),
});
export type LadderAnswer = z.input<typeof LadderAnswer>;
