import { z } from 'zod';
import { pageOf, Paging } from '#platform/http';
import { Role } from '#platform/identity';
import { CalendarDate } from '#platform/kernel';
import { LONGEST } from '../../contract/limits/index.js';

export const PersonFilter = Paging.extend({
  search: z.string().trim().min(1).max(LONGEST.search).optional().describe('Beginnings of names; a slip is forgiven.'),
  active: z
    .stringbool()
    .optional()
    .describe('True: only those who hold a role today; false: only those who hold none.'),
  role: Role.optional().describe('Only those who hold this role today.'),
  unitId: z.string().max(9).optional().describe('Only those who hold a role at this unit today.'),
  serviceId: z.uuid().optional().describe('Only those who hold a role in this service today.'),
});
export type PersonFilter = z.infer<typeof PersonFilter>;

export const PersonAnswer = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().optional().describe('Only for one who manages the registry, where it is known.'),
  phone: z.string().optional().describe('Only for one who manages the registry, where it is known.'),
  title: z.string().nullable(),
  roles: z.array(
    z.object({
      roleId: z.string(),
      role: Role,
      unitId: z.string().nullable(),
      serviceId: z.string().nullable(),
      serviceUnitId: z.string().nullable(),
      from: CalendarDate,
      to: CalendarDate.nullable(),
      standsInFor: z.string().optional().describe('Whom a substitute stands in for; left out for a role of one’s own.'),
    }),
  ),
  revision: z.string().describe('For `If-Match`.'),
});
export type PersonAnswer = z.infer<typeof PersonAnswer>;
/** Includes the names of the places, for the page of one person. */
export const OnePerson = PersonAnswer.extend({
  roles: z.array(
    PersonAnswer.shape.roles.element.extend({
      place: z
        .string()
        .nullable()
        .describe('Name of the unit, service or service unit; null in the whole municipality.'),
      absentName: z.string().nullable().describe('Name of the person whom a substitute stands in for.'),
      substitutes: z
        .array(
          z.object({
            personId: z.string(),
            name: z.string(),
            roleId: z.string(),
            from: CalendarDate,
            to: CalendarDate,
          }),
        )
        .describe('Who stands in for the person in this role, today or later.'),
    }),
  ),
});
export type OnePerson = z.infer<typeof OnePerson>;
export const PersonPage = pageOf(PersonAnswer);
