import { z } from 'zod';
import { CalendarDate, Month, PersonId, UnitId } from '#platform/kernel';
import { Ladder, LadderReceiver } from '#registry/contract';
import { LadderKindName } from '../../contract/index.js';

export const LadderPreviewBody = z.object({
  ladder: Ladder.describe('The steps to try. Kinds that are left out have the default steps.'),
});
export type LadderPreviewBody = z.infer<typeof LadderPreviewBody>;

const NamedPerson = z.object({ personId: PersonId, name: z.string().nullable() });
const Both = z.object({ inForce: z.int(), tried: z.int() }).describe('By the steps in force, and by those to try.');

export const LadderPreview = z.object({
  month: Month.describe('The last month that is over.'),
  alerts: Both.describe('Alerts in the month. One to two people counts twice.'),
  mails: Both.describe('Mails in the month: one for each person and day with an alert.'),
  receivers: Both.describe('People with at least one alert in the month.'),
  steps: z
    .array(z.object({ kind: LadderKindName, step: z.int(), as: LadderReceiver, inForce: z.int(), tried: z.int() }))
    .describe('Alerts by kind, step and role.'),
  people: z
    .array(NamedPerson.extend({ alerts: Both, mails: Both }))
    .describe('Those with most alerts by either, at most ten.'),
  lines: z
    .array(
      z.object({
        on: CalendarDate,
        kind: LadderKindName,
        text: z.string(),
        units: z.array(z.object({ unitId: UnitId, name: z.string().nullable() })),
        step: z.int(),
        to: z.array(NamedPerson.extend({ as: LadderReceiver })),
        by: z.enum(['both', 'inForce', 'tried']).describe('Told by both, or by one of them only.'),
      }),
    )
    .describe('Each alert; those that only one of them tells come first. At most 300.'),
  linesTotal: z.int(),
  nextRound: z
    .object({ on: CalendarDate, alerts: Both, receivers: Both })
    .describe('What the next round would tell, of what is open now and was not told before.'),
});
export type LadderPreview = z.input<typeof LadderPreview>;
