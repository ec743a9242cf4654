import { z } from 'zod';

/** Kinds of irregularities in the coordinator system (R5, R21). Derived from the clock on each query, never stored. */
export const AlertKind = z.enum([
  'overdue',
  'follow-up-missed',
  'protocol-late',
  'meeting-unconfirmed',
  'month-missing',
  'orphan',
]);
export type AlertKind = z.infer<typeof AlertKind>;

/** Escalation: to the responsible person, then also to their leader, then also to the coordinator. */
export const AlertLevel = z.enum(['reminder', 'alert', 'coordinator']);
export type AlertLevel = z.infer<typeof AlertLevel>;
