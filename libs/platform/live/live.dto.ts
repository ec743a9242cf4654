import { z } from 'zod';

/** The reader's position when the stream begins. */
export const Ready = z.object({
  position: z
    .string()
    .regex(/^\d+$/)
    .describe('What was read before the stream first began may be older: read it anew.'),
});

/** Kinds changed since the last event: the reader reads again what it shows of them. */
export const Changed = z.object({
  position: z.string().regex(/^\d+$/).describe('All of it can be read.'),
  kinds: z
    .array(z.string())
    .describe(
      'Of what: meeting, schoolyear, action, refuseddecision, followup, alert, calendarfeed, invitation, news, unit, person, service, serviceunit, municipality.',
    ),
  everything: z.boolean().describe('The reader was away for so long that anything may have changed.'),
});
