import { z } from 'zod';
import { CalendarDate, MeetingId, PersonId, ServiceId, TimeOfDay } from '#platform/kernel';

export const FreeDaysWanted = z.object({
  startsAt: TimeOfDay.default('12:30' as TimeOfDay),
  meetingId: MeetingId.optional().describe('The meeting that is to be moved: it does not stand in its own way.'),
});
export type FreeDaysWanted = z.infer<typeof FreeDaysWanted>;

export const FreeDaysAnswer = z.object({
  items: z.array(
    z.object({
      on: CalendarDate,
      away: z
        .object({ kind: z.enum(['weekend', 'holiday', 'closed', 'unit-not-open']), reason: z.string().nullable() })
        .nullable()
        .describe('Why nobody is at work at the unit; null on a working day.'),
      busy: z
        .array(z.object({ personId: PersonId, name: z.string(), startsAt: TimeOfDay }))
        .describe('Who of the table sits at another one at about that hour; not at whose.'),
      full: z.array(z.object({ serviceId: ServiceId, name: z.string() })).describe('Services that have a full week.'),
      unitMeets: TimeOfDay.nullable().describe('The unit has another meeting at about that hour.'),
    }),
  ),
});
