import { z } from 'zod';
import { pageOf } from '#platform/http';
import { Closure, ServiceKind } from '../../contract/index.js';

export const ServiceAnswer = z.object({
  serviceId: z.string(),
  name: z.string(),
  kind: ServiceKind,
  serviceUnitId: z.string().nullable().describe('The service unit that leads it, if any.'),
  meetingsPerWeek: z.int().nullable().describe('How many it can attend; null: as many as its members can.'),
  closures: z.array(Closure).describe('When it is closed, oldest first; the last may be announced for later.'),
  revision: z.string().describe('For `If-Match`.'),
});
export type ServiceAnswer = z.infer<typeof ServiceAnswer>;
export const ServicePage = pageOf(ServiceAnswer);
