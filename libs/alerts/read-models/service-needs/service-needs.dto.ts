import { z } from 'zod';
import { ActionId, CalendarDate, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { NEED_KINDS } from '../../domain/service-needs/service-needs.js';

const NamedUnit = z.object({ unitId: UnitId, name: z.string().nullable() });

export const ServiceNeedsAnswer = z.object({
  today: CalendarDate,
  needs: z
    .array(
      z.object({
        kind: z.enum(NEED_KINDS),
        service: z.object({ serviceId: ServiceId, name: z.string().nullable() }),
        count: z.int().describe('Actions, or units that the service stays away from.'),
        actions: z
          .array(
            z.object({
              actionId: ActionId,
              text: z.string(),
              units: z.array(NamedUnit),
              owner: z.object({ personId: PersonId, name: z.string().nullable() }),
              dueOn: CalendarDate,
              overdue: z.boolean(),
              workingDaysOverdue: z.int().describe('Working days at the unit; 0 where it is not overdue.'),
            }),
          )
          .describe('The first three, longest over due first.'),
        absences: z
          .array(
            z.object({
              unit: NamedUnit,
              times: z.int().describe('Meetings in a row, up to the last one held.'),
              lastOn: CalendarDate,
            }),
          )
          .describe('The first three, longest away first.'),
      }),
    )
    .describe('What weighs most first; the heaviest of each kind before the rest.'),
});
export type ServiceNeedsAnswer = z.input<typeof ServiceNeedsAnswer>;
