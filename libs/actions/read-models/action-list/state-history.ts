import type { CalendarDate } from '#platform/kernel';
import type { ActionContent } from '../../contract/index.js';

/** The parts of an action that decisions change over time. */
export type Standing = Pick<ActionContent, 'text' | 'ownerId' | 'dueOn' | 'followUpOn'>;

/** State of an action from a day on. A handover changes only its owner. */
export interface StateFromDay extends Standing {
  readonly from: CalendarDate;
  readonly by: 'decision' | 'handover';
}
/** Oldest first; the first entry is the agreement. */
export type StateHistory = readonly StateFromDay[];

/** State of the action on a day; for days before the agreement, the agreed state. */
export const stateOn = (stood: StateHistory, day: CalendarDate): StateFromDay =>
  stood.findLast(({ from }) => from <= day) ?? stood[0]!;

/** Day of the last decision, handovers excluded. */
export const decidedLastOn = (stood: StateHistory): CalendarDate => stood.findLast(({ by }) => by === 'decision')!.from;

/** Adds a decision of a day, valid until the next decision; a later handover keeps its other values. */
export function decided(
  stood: StateHistory,
  on: CalendarDate,
  changes: Partial<Omit<Standing, 'ownerId'>>,
): StateHistory {
  return inserted(stood, on, 'decision', changes, (later) => later.by === 'handover');
}

/** Adds a handover of a day: a new owner from then until the next handover. */
export const handedOver = (stood: StateHistory, on: CalendarDate, ownerId: Standing['ownerId']): StateHistory =>
  inserted(stood, on, 'handover', { ownerId }, (later) => later.by === 'decision');

/** Replaces the protocol's mistaken values wherever they were valid, since a correction applies from the start. */
export function corrected(stood: StateHistory, content: Standing): StateHistory {
  const now = stood.at(-1)!;
  return FIELDS.reduce<StateHistory>((entries, field) => {
    const firstKept = entries.findLastIndex((entry) => entry[field] !== now[field]) + 1;
    return entries.map((entry, i) => (i < firstKept ? entry : { ...entry, [field]: content[field] }));
  }, stood);
}
const FIELDS = ['text', 'ownerId', 'dueOn', 'followUpOn'] as const satisfies readonly (keyof Standing)[];

function inserted(
  stood: StateHistory,
  on: CalendarDate,
  by: StateFromDay['by'],
  changes: Partial<Standing>,
  reaches: (later: StateFromDay) => boolean,
): StateHistory {
  const before = stood.filter(({ from }) => from <= on);
  const after = stood.slice(before.length);
  const { from: _, by: __, ...base } = before.at(-1) ?? stood[0]!;
  const until = after.findIndex((later) => !reaches(later));
  return [
    ...before,
    { ...base, ...changes, from: on, by },
    ...after.map((later, i) => (until < 0 || i < until ? { ...later, ...changes } : later)),
  ];
}
