import { z } from 'zod';

/** What the coordinator system watches (R5, R21). Derived from the clock when asked, never stored. */
export const AlertKind = z.enum([
  'overdue',
  'follow-up-missed',
  'protocol-late',
  'meeting-unconfirmed',
  'month-missing',
  'orphan',
]);
export type AlertKind = z.infer<typeof AlertKind>;

/** How far it has come: the one who answers for it, then their leader too, then the coordinator too. */
export const AlertLevel = z.enum(['reminder', 'alert', 'coordinator']);
export type AlertLevel = z.infer<typeof AlertLevel>;
