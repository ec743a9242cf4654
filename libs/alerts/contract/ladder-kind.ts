import { z } from 'zod';
import type { LadderKind } from '#registry/contract';

/** Kinds of causes that the ladder has steps for, as stored in events. */
export const LadderKindName = z.enum([
  'overdue',
  'follow-up-missed',
  'protocol-late',
  'meeting-unconfirmed',
  'month-missing',
  'month-unplanned',
  'handover-waiting',
  'service-absent',
  'orphan',
  'more-time-asked',
] as const satisfies readonly LadderKind[]);
