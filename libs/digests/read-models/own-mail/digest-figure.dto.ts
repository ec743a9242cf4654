import { z } from 'zod';
import { CalendarDate, ServiceId } from '#platform/kernel';
import { DigestFigure, DigestWeek } from '../../contract/index.js';
import { LIST_KEYS } from '../../domain/content/figure-lists.js';

export const DigestFigureQuery = z.object({
  service: z
    .union([ServiceId, z.literal('none')])
    .optional()
    .describe('Only actions of this service; `none`: those that belong to no service.'),
});

const Thing = z.object({
  kind: z.enum(['unit', 'meeting', 'action']),
  id: z.string(),
  on: CalendarDate.nullable().describe('The meeting’s day, the action’s due date, or when it was agreed or ended.'),
  workingDays: z.int().nullable().describe('Since the meeting, or left of the month.'),
  units: z.array(z.object({ unitId: z.string(), name: z.string().nullable() })),
});

export const DigestFigureAnswer = z.object({
  week: DigestWeek,
  figure: DigestFigure,
  made: z
    .object({
      on: CalendarDate,
      asOf: z.iso.datetime().describe('The moment that the figures are of.'),
      isMade: z.boolean().describe('False for this week’s digest that is not made yet: its figures are of now.'),
      isOpen: z
        .boolean()
        .describe('False where your roles give less than when the digest was made: no things are listed.'),
      service: z.object({ serviceId: z.string(), name: z.string().nullable() }).nullable(),
      lists: z.array(
        z.object({
          key: z.enum(LIST_KEYS),
          count: z.int(),
          of: z.int().nullable(),
          things: z.array(Thing).describe('At most 200.'),
        }),
      ),
    })
    .nullable()
    .describe('Null where you got no digest that week.'),
});
export type DigestFigureAnswer = z.input<typeof DigestFigureAnswer>;
