import { z } from 'zod';
import { Role } from '#platform/identity';
import { CalendarDate } from '#platform/kernel';
import { UnitKind } from '#registry/contract';

export const SearchQuery = z.object({
  text: z.string().trim().min(2).max(100).describe('Words or beginnings of words; each must be met.'),
  limit: z.coerce.number().int().min(1).max(200).default(5).describe('So many of each kind at most.'),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

const found = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), more: z.boolean().describe('There are more that one may see.') });
const Units = z.array(z.string()).describe('Their names.');

/** Results by kind: whole words before prefixes, then latest first, or by name. */
export const SearchAnswer = z.object({
  units: found(
    z.object({
      unitId: z.string(),
      name: z.string(),
      kind: UnitKind,
      area: z.string().nullable(),
      closed: z.boolean().describe('Closed today.'),
    }),
  ),
  services: found(z.object({ serviceId: z.string(), name: z.string(), closed: z.boolean().describe('Closed today.') })),
  people: found(
    z.object({
      personId: z.string(),
      name: z.string(),
      title: z.string().nullable(),
      role: Role.nullable().describe('Held today.'),
      place: z.string().nullable().describe('Name of the unit or service that it is held at.'),
    }),
  ),
  meetings: found(
    z.object({
      meetingId: z.string(),
      units: Units,
      on: CalendarDate,
      state: z.enum(['planned', 'cancelled', 'held', 'filed']),
    }),
  ),
  protocols: found(
    z.object({
      meetingId: z.string(),
      units: Units,
      heldOn: CalendarDate,
      lines: z.array(z.string()).describe('Headings and actions in which the words stand, else the first of them.'),
    }),
  ),
  actions: found(
    z.object({
      actionId: z.string(),
      text: z.string(),
      units: Units,
      owner: z.string(),
      dueOn: CalendarDate,
      status: z.enum(['open', 'completed', 'abandoned']),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
