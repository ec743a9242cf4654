import { z } from 'zod';
import { Role } from '#platform/identity';
import { CalendarDate, PersonId, ServiceId, ServiceUnitId, UnitId } from '#platform/kernel';
import { UnitKind } from '../../contract/index.js';

const OrganisationPerson = z.object({
  personId: PersonId,
  name: z.string(),
  title: z.string().nullable(),
  role: Role.describe('The role at this place, held today.'),
});
export type OrganisationPerson = z.infer<typeof OrganisationPerson>;
const OrganisationService = z.object({
  serviceId: ServiceId,
  name: z.string(),
  units: z.int().describe('Units that it serves.'),
  people: z.array(OrganisationPerson),
});

/** The organisation today: places that are open, and people with a role there. Each list is by name, leaders first. */
export const OrganisationAnswer = z.object({
  name: z.string().describe('The municipality.'),
  today: CalendarDate,
  people: z.array(OrganisationPerson).describe('With a role in the whole municipality.'),
  areas: z.array(
    z.object({
      area: z.string().nullable().describe('Null for units without an area.'),
      units: z.array(
        z.object({ unitId: UnitId, name: z.string(), kind: UnitKind, people: z.array(OrganisationPerson) }),
      ),
    }),
  ),
  serviceUnits: z.array(
    z.object({
      serviceUnitId: ServiceUnitId.nullable().describe('Null for services outside any service unit.'),
      name: z.string().nullable(),
      people: z.array(OrganisationPerson),
      services: z.array(OrganisationService),
    }),
  ),
});
export type OrganisationAnswer = z.infer<typeof OrganisationAnswer>;
