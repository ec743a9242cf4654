import { z } from 'zod';
import { CalendarDate, PersonId, UnitId } from '#platform/kernel';
import { pageOf, Paging } from '#platform/http';
import { AlertKind, AlertLevel } from '../../contract/index.js';

export const AlertsQuery = Paging.extend({
  kind: AlertKind.optional(),
  unit: UnitId.optional(),
  level: AlertLevel.optional(),
});
export type AlertsQuery = z.infer<typeof AlertsQuery>;

export const AlertDto = z.object({
  id: z.string().describe('The same as long as it is about the same thing.'),
  kind: AlertKind,
  level: AlertLevel,
  subjectId: z.string().describe('The action, the meeting, or `<unit>/<month>`.'),
  units: z.array(z.object({ unitId: UnitId, name: z.string().nullable() })),
  text: z.string().describe('What is wrong, as a sentence in the language asked for.'),
  about: z.string().nullable().describe('The text of the action it is about.'),
  actors: z
    .array(z.object({ personId: PersonId, name: z.string().nullable() }))
    .describe('Who should act, by how far it has come.'),
  since: CalendarDate.describe('The first day it holds.'),
  ageInWorkingDays: z.int(),
});
export type AlertDto = z.input<typeof AlertDto>;
export const AlertPage = pageOf(AlertDto);
