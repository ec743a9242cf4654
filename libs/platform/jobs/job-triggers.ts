import { randomUUID } from 'node:crypto';
import type { Signals } from '#platform/database';
import { TenantId } from '#platform/kernel';
import { z } from 'zod';

/** Topic of the signals between the process that triggers work and the workers. */
export const JOBS_TOPIC = 'jobs';

/** Payload of a trigger. Every worker receives it; the id lets them make one job of it. */
export const Trigger = z.object({ tenant: TenantId, id: z.uuid() });

/**
 * Tells the workers that work is due for a municipality. Call it after the transaction that made the work due. A trigger
 * that is lost costs at most the time until the next sweep.
 */
export abstract class JobTriggers {
  /** Never fails. */
  abstract send(tenant: string): Promise<void>;
}

/** From any process, also from one whose login may not use the queues, such as the API's. */
export class SignalledTriggers extends JobTriggers {
  constructor(private readonly signals: Signals) {
    super();
  }

  send(tenant: string): Promise<void> {
    this.signals.publish(JOBS_TOPIC, { tenant, id: randomUUID() });
    return Promise.resolve();
  }
}
