import { z } from 'zod';
import { ActionId, CalendarDate, PersonId, UnitId } from '#platform/kernel';
import { pageOf } from '#platform/http';

const NamedPerson = z.object({ personId: PersonId, name: z.string().nullable() });

export const OrphanDto = z.object({
  actionId: ActionId,
  text: z.string(),
  units: z.array(z.object({ unitId: UnitId, name: z.string().nullable() })),
  owner: NamedPerson.describe('Holds no role today; has the action until another has accepted it.'),
  lastDay: CalendarDate.nullable().describe('The last day the owner held a role.'),
  dueOn: CalendarDate,
  followUpOn: CalendarDate,
  overdue: z.boolean(),
  offer: z.object({ to: NamedPerson, on: CalendarDate }).nullable().describe('Offered to another, and not answered.'),
});
export type OrphanDto = z.input<typeof OrphanDto>;
export const OrphanPage = pageOf(OrphanDto);
