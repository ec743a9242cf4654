import { z } from 'zod';
import { pageOf, Paging } from '#platform/http';
import { CalendarDate } from '#platform/kernel';
import { Closure, Ownership, UnitKind } from '../../contract/index.js';

export const UnitFilter = Paging.extend({
  kind: UnitKind.optional().describe('Only schools, or only kindergartens.'),
  area: z.string().trim().min(1).max(100).optional().describe('Only units in this part of the municipality.'),
  search: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Words of the name, or the organisation number, or their beginnings; a slip is forgiven.'),
  closed: z.stringbool().optional().describe('True: only units that are closed today; false: only those that are not.'),
});
export type UnitFilter = z.infer<typeof UnitFilter>;

export const UnitAnswer = z.object({
  unitId: z.string().describe('Organisation number.'),
  name: z.string(),
  kind: UnitKind,
  ownership: Ownership,
  children: z.int().nullable().describe('Children or pupils, where known.'),
  area: z.string().nullable(),
  obligations: z
    .array(z.object({ from: CalendarDate, obliged: z.boolean(), reason: z.string().nullable() }))
    .describe('Oldest first; the last whose `from` is not after a day holds on that day.'),
  hosts: z
    .array(z.object({ from: CalendarDate, hostUnitId: z.string().nullable() }))
    .describe('Joint meeting place over time, oldest first.'),
  closures: z.array(Closure).describe('When it is closed, oldest first; the last may be announced for later.'),
  services: z.array(z.object({ serviceId: z.string(), contactId: z.string().nullable(), mustAttend: z.boolean() })),
  standing: z.array(z.object({ personId: z.string(), deputyId: z.string().nullable() })),
  revision: z.string().describe('For `If-Match`.'),
  may: z
    .array(z.enum(['open', 'manage']))
    .describe('What you may do: open its page; change its standing participants.'),
});
export type UnitAnswer = z.infer<typeof UnitAnswer>;
export const UnitPage = pageOf(UnitAnswer);
