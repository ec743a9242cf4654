import { z } from 'zod';
import { ActionId, CalendarDate, PersonId, ServiceId, UnitId } from '#platform/kernel';

export const LastServiceDay = z.object({
  on: CalendarDate.optional().describe('The last day it would be open; today where it is left out.'),
});
export type LastServiceDay = z.infer<typeof LastServiceDay>;

/** Consequences of closing a service or a service unit. */
export const ServiceClosing = z.object({
  actions: z
    .array(z.object({ actionId: ActionId, text: z.string(), owner: z.string().nullable(), dueOn: CalendarDate }))
    .describe('Open actions that nobody answers for then: they are listed in `GET /orphans`.'),
  roles: z
    .array(z.object({ personId: PersonId, name: z.string(), role: z.string() }))
    .describe('Roles there that go on after that day.'),
  units: z
    .array(z.object({ unitId: UnitId, name: z.string() }))
    .describe('Units that are open then and have the service; none for a service unit.'),
  services: z
    .array(z.object({ serviceId: ServiceId, name: z.string() }))
    .describe('Services that a service unit leads then: it cannot close before they are moved or closed.'),
});
