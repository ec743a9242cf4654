import type { CalendarDate } from '#platform/kernel';
import { standingClosure, type Closures } from '../contract/index.js';

/** Answer to a change of closures; `same` when it changes nothing. */
export type ClosingAnswer = 'allowed' | 'same' | 'already-closed' | 'before-it-was-open' | 'before-it-closed';

export interface Closing {
  readonly on: CalendarDate;
  readonly reason: string | null;
  readonly today: CalendarDate;
  /** The first open day; null when unknown. */
  readonly openFrom: CalendarDate | null;
}

/** An announced closure may get another day or reason; a closure that has begun is ended by reopening. */
export function mayClose(closures: Closures, { on, reason, today, openFrom }: Closing): ClosingAnswer {
  const current = standingClosure(closures, today);
  const isSame = current?.lastDay === on && current.reopens === null;
  if (current && current.lastDay < today) {
    if (isSame) return 'same';
    // Closing on the same day cancels an announced reopening.
    return current.lastDay === on ? 'allowed' : 'already-closed';
  }
  if (isSame && current.reason === reason) return 'same';
  // One announced closure at a time: another can be announced once the reopening day has come.
  if (current && current.reopens !== null && on >= current.reopens) return 'already-closed';
  const before = current ? closures.at(-2) : closures.at(-1);
  const openSince = before?.reopens ?? openFrom;
  return openSince !== null && on < openSince ? 'before-it-was-open' : 'allowed';
}

export function mayReopen(closures: Closures, on: CalendarDate, today: CalendarDate): ClosingAnswer {
  const current = standingClosure(closures, today);
  if (!current || current.reopens === on) return 'same';
  return on < current.lastDay ? 'before-it-closed' : 'allowed';
}

/** Only a closure that has not begun can be withdrawn; one that has begun is ended by reopening. */
export function mayWithdraw(closures: Closures, today: CalendarDate): ClosingAnswer {
  const current = standingClosure(closures, today);
  if (!current) return 'same';
  return current.lastDay < today ? 'already-closed' : 'allowed';
}
