import type { CalendarDate } from '#platform/kernel';
import type { ActionContent } from '../../contract/index.js';

/** The parts of an action that decisions change over time. */
export type DecidedContent = Pick<ActionContent, 'text' | 'ownerId' | 'dueOn' | 'followUpOn'>;

/** State of an action from a day on. A handover changes only its owner. */
export interface StateFromDay extends DecidedContent {
  readonly from: CalendarDate;
  readonly by: 'decision' | 'handover';
}
/** Oldest first; the first entry is the agreement. */
export type StateHistory = readonly StateFromDay[];

/** State of the action on a day; for days before the agreement, the agreed state. */
export const stateOn = (history: StateHistory, day: CalendarDate): StateFromDay =>
  history.findLast(({ from }) => from <= day) ?? history[0]!;

/** Day of the last decision, handovers excluded. */
export const decidedLastOn = (history: StateHistory): CalendarDate =>
  history.findLast(({ by }) => by === 'decision')!.from;

/** Adds a decision of a day, valid until the next decision; a later handover keeps its other values. */
export function decided(
  history: StateHistory,
  on: CalendarDate,
  changes: Partial<Omit<DecidedContent, 'ownerId'>>,
): StateHistory {
  return inserted(history, on, 'decision', changes, (later) => later.by === 'handover');
}

/** Adds a handover of a day: a new owner from then until the next handover. */
export const handedOver = (history: StateHistory, on: CalendarDate, ownerId: DecidedContent['ownerId']): StateHistory =>
  inserted(history, on, 'handover', { ownerId }, (later) => later.by === 'decision');

/** Replaces the protocol's mistaken values wherever they were valid, since a correction applies from the start. */
export function corrected(history: StateHistory, content: DecidedContent): StateHistory {
  const now = history.at(-1)!;
  return FIELDS.reduce<StateHistory>((entries, field) => {
    const firstKept = entries.findLastIndex((entry) => entry[field] !== now[field]) + 1;
    return entries.map((entry, i) => (i < firstKept ? entry : { ...entry, [field]: content[field] }));
  }, history);
}
const FIELDS = ['text', 'ownerId', 'dueOn', 'followUpOn'] as const satisfies readonly (keyof DecidedContent)[];

function inserted(
  history: StateHistory,
  on: CalendarDate,
  by: StateFromDay['by'],
  changes: Partial<DecidedContent>,
  reaches: (later: StateFromDay) => boolean,
): StateHistory {
  const before = history.filter(({ from }) => from <= on);
  const after = history.slice(before.length);
  const { from: _, by: __, ...base } = before.at(-1) ?? history[0]!;
  const until = after.findIndex((later) => !reaches(later));
  return [
    ...before,
    { ...base, ...changes, from: on, by },
    ...after.map((later, i) => (until < 0 || i < until ? { ...later, ...changes } : later)),
  ];
}
