import { z } from 'zod';
import { pageOf } from '#platform/http';
import { Closure } from '../../contract/index.js';

export const ServiceUnitAnswer = z.object({
  serviceUnitId: z.string(),
  name: z.string(),
  closures: z.array(Closure).describe('When it is closed, oldest first; the last may be announced for later.'),
  revision: z.string().describe('For `If-Match`.'),
});
export type ServiceUnitAnswer = z.infer<typeof ServiceUnitAnswer>;
export const ServiceUnitPage = pageOf(ServiceUnitAnswer);
