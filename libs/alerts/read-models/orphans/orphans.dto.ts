import { z } from 'zod';
import { ActionId, CalendarDate, PersonId, UnitId } from '#platform/kernel';
import { pageOf } from '#platform/http';
import { OrphanReason } from '#actions/contract';

const NamedPerson = z.object({ personId: PersonId, name: z.string().nullable() });

export const OrphanDto = z.object({
  actionId: ActionId,
  text: z.string(),
  units: z.array(z.object({ unitId: UnitId, name: z.string().nullable() })),
  owner: NamedPerson.describe('Has the action until another has accepted it.'),
  why: z
    .enum(OrphanReason)
    .describe('The owner holds no role, works where it is closed, or every unit of the action is closed.'),
  lastDay: CalendarDate.nullable().describe('The last day the owner held a role, or the last open day.'),
  dueOn: CalendarDate,
  followUpOn: CalendarDate,
  overdue: z.boolean(),
  offer: z.object({ to: NamedPerson, on: CalendarDate }).nullable().describe('Offered to another, and not answered.'),
});
export type OrphanDto = z.input<typeof OrphanDto>;
export const OrphanPage = pageOf(OrphanDto);
