import { z } from 'zod';
import { pageOf } from '#platform/http';
import { CalendarDate } from '#platform/kernel';

export const ServiceUnitAnswer = z.object({
  serviceUnitId: z.string(),
  name: z.string(),
  closedOn: CalendarDate.nullable(),
  revision: z.string().describe('For `If-Match`.'),
});
export type ServiceUnitAnswer = z.infer<typeof ServiceUnitAnswer>;
export const ServiceUnitPage = pageOf(ServiceUnitAnswer);
