import { z } from 'zod';
import { CalendarDate, PersonId, ServiceId } from '#platform/kernel';

const Load = {
  open: z.int().describe('Actions that the service’s people answer for, neither completed nor abandoned.'),
  overdue: z.int().describe('Open, and the due date that held then had passed.'),
};
export const WorkloadAnswer = z.object({
  today: CalendarDate,
  before: CalendarDate.describe('The same day last month, which today is compared with.'),
  services: z.array(
    z.object({
      serviceId: ServiceId,
      name: z.string(),
      ...Load,
      before: z.object(Load),
      byMonth: z
        .array(z.object({ on: CalendarDate, ...Load }))
        .describe('As it stood on the last day of each of the eleven months before, and today; oldest first.'),
    }),
  ),
  people: z
    .array(
      z.object({
        personId: PersonId,
        name: z.string().nullable(),
        title: z.string().nullable(),
        serviceId: ServiceId,
        ...Load,
        units: z.int().describe('Units at whose table the person sits, as themselves or as the service’s contact.'),
        hasLeft: z.boolean().describe('Holds no role today, and answers for actions all the same.'),
      }),
    )
    .describe('The services’ members, and all who answer for their actions; those with most over due first.'),
});
export type WorkloadAnswer = z.input<typeof WorkloadAnswer>;
