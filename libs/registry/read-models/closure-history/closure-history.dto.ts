import { z } from 'zod';
import { CalendarDate } from '#platform/kernel';
import { CHANGES } from './closure-changes.js';

/** The changes of the closures of one unit, service or service unit, oldest first. */
export const ClosureHistory = z.object({
  items: z.array(
    z.object({
      revision: z.string().describe('Place in the history of the unit or service.'),
      at: z.iso.datetime().describe('When it was changed.'),
      by: z.string().nullable().describe('Name of the person who did it; null where Samspill did.'),
      change: z.enum(CHANGES).describe('`explained`: another reason, the same day.'),
      day: CalendarDate.nullable().describe('Last day open, or first day open again; null when withdrawn.'),
      reason: z.string().nullable(),
    }),
  ),
});
export type ClosureHistory = z.input<typeof ClosureHistory>;
