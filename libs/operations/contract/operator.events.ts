import { z } from 'zod';
import { eventType, type EventOf } from '#platform/kernel';

/** Most characters of a reason. */
export const LONGEST_REASON = 500;

/** An operator lets a read model or a policy skip an event that it cannot process. */
export const EventPassedOver = eventType(
  'operations.EventPassedOver',
  1,
  z.object({
    kind: z.enum(['read-model', 'policy']),
    /** Name of the read model or policy. */
    name: z.string().min(1).max(100),
    eventId: z.uuid(),
    reason: z.string().min(1).max(LONGEST_REASON),
  }),
);

export const operatorEvents = { EventPassedOver };
export type OperatorEvent = EventOf<typeof operatorEvents>;
