import { addWorkingDays, type CalendarDate, type IsFree, type Month } from '#platform/kernel';
import { hasEnded, isMonthMissing } from '../../contract/missing-month.js';

/** A meeting with the fields that a month needs. */
export interface MonthMeeting {
  readonly meetingId: string;
  /** The day it was held or is planned for. */
  readonly on: CalendarDate;
  readonly state: 'planned' | 'called' | 'postponed' | 'cancelled' | 'held' | 'lost' | 'filed';
  /** Day of the first filing of its protocol. */
  readonly filedOn: CalendarDate | null;
}
export interface MonthFacts {
  readonly meetings: readonly MonthMeeting[];
  /** The coordinator's reason for the exemption (fritak). */
  readonly exemptReason: string | null;
}

/**
 * - `filed`: held, and every protocol is filed
 * - `protocol-lost`: held, and a protocol is declared lost; none of the others is missing
 * - `protocol-missing`, `protocol-late`: held, a protocol is not filed; late after the municipality's deadline
 * - `exempt`: exempt, with a reason
 * - `missing`: the month ended without a held meeting and the unit was obliged
 * - `unconfirmed`: the day of a meeting has passed without a report of whether it was held
 * - `planned`: a meeting is planned in it
 * - `not-planned`: obliged, not over, no meeting planned in it
 * - `not-obliged`: the unit need not meet in it
 */
export const MONTH_STATES = [
  'filed',
  'protocol-missing',
  'protocol-late',
  'protocol-lost',
  'exempt',
  'missing',
  'unconfirmed',
  'planned',
  'not-planned',
  'not-obliged',
] as const;
export type MonthState = (typeof MONTH_STATES)[number];

export interface MonthRules {
  /** The unit was obliged to meet on at least one working day of it (workflow § 3.6). */
  readonly obliged: boolean;
  /** The last day on which the protocol of a held meeting is in time. */
  readonly filingDueOn: (meeting: MonthMeeting) => CalendarDate;
}

/** Deadline for filing the protocol of a meeting held on `heldOn`. */
export const filingDueOn = (
  heldOn: CalendarDate,
  { filingWorkingDays, isFree }: { readonly filingWorkingDays: number; readonly isFree: IsFree },
) => addWorkingDays(heldOn, filingWorkingDays, isFree);

/** State of a unit's month on the day of the query (R1, R5). Not stored: a month becomes missing without an event. */
export function monthState(month: Month, facts: MonthFacts, rules: MonthRules, today: CalendarDate): MonthState {
  const held = facts.meetings.filter(isHeld);
  if (held.length > 0) {
    const unfiled = held.filter(({ state }) => state === 'held');
    if (unfiled.length === 0) return held.some(({ state }) => state === 'lost') ? 'protocol-lost' : 'filed';
    return unfiled.some((meeting) => rules.filingDueOn(meeting) < today) ? 'protocol-late' : 'protocol-missing';
  }
  const isExempt = facts.exemptReason !== null;
  if (isMonthMissing({ month, isHeld: false, isExempt, isObliged: rules.obliged }, today)) return 'missing';
  if (isExempt) return 'exempt';
  if (hasEnded(month, today)) return 'not-obliged';
  const notCancelled = facts.meetings.filter(({ state }) => state !== 'cancelled');
  if (notCancelled.some(({ on }) => on < today)) return 'unconfirmed';
  if (notCancelled.length > 0) return 'planned';
  return rules.obliged ? 'not-planned' : 'not-obliged';
}

export const isHeld = ({ state }: Pick<MonthMeeting, 'state'>): boolean =>
  state === 'held' || state === 'lost' || state === 'filed';
