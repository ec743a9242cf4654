import { z } from 'zod';
import { Role } from '#platform/identity';
import { CalendarDate } from '#platform/kernel';
import { LONGEST } from '../../contract/limits/index.js';

export const CandidateFilter = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST.search)
    .optional()
    .describe('Beginnings of words of the name, all of which must match; then everyone in the municipality is sought.'),
  on: CalendarDate.optional().describe('The day on which they must hold a role, as a meeting’s; today where left out.'),
});
export type CandidateFilter = z.infer<typeof CandidateFilter>;

/** A possible owner of an action, with details that distinguish namesakes. */
export const OwnerCandidate = z.object({
  personId: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  role: Role.describe('The role of theirs that is nearest to the unit.'),
  place: z.string().nullable().describe('Name of the unit, service or service unit that the role is held at.'),
  unitId: z.string().nullable(),
  serviceId: z.string().nullable().describe('The service they would do it for; goes into the action as its service.'),
  nearness: z
    .enum(['unit', 'service', 'elsewhere'])
    .describe('At the unit or its table, in a service that serves it, or elsewhere in the municipality.'),
});
export type OwnerCandidate = z.infer<typeof OwnerCandidate>;

export const OwnerCandidates = z.object({ items: z.array(OwnerCandidate) });
export type OwnerCandidates = z.infer<typeof OwnerCandidates>;
