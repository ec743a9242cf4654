import type { CalendarDate } from '#platform/kernel';
import type { ActionContent } from '#meetings/contract';

/** The parts of an action that decisions change over time. */
export type Standing = Pick<ActionContent, 'text' | 'ownerId' | 'dueOn' | 'followUpOn'>;

/** How an action stood from a day on. A handover changes its owner only and decides nothing else. */
export interface StoodFrom extends Standing {
  readonly from: CalendarDate;
  readonly by: 'decision' | 'handover';
}
/** Oldest first; the first entry is the agreement. */
export type StoodAs = readonly StoodFrom[];

/** How the action stood on a day; before it was agreed, as it was agreed. */
export const stoodOn = (stood: StoodAs, day: CalendarDate): StoodFrom =>
  stood.findLast(({ from }) => from <= day) ?? stood[0]!;

/** The day of the last decision, handovers apart. */
export const decidedLastOn = (stood: StoodAs): CalendarDate => stood.findLast(({ by }) => by === 'decision')!.from;

/** Adds a decision of a day. It holds until the next decision: a later handover keeps what it says of the rest. */
export function decided(stood: StoodAs, on: CalendarDate, changes: Partial<Omit<Standing, 'ownerId'>>): StoodAs {
  return inserted(stood, on, 'decision', changes, (later) => later.by === 'handover');
}

/** Adds a handover of a day: another owner from then on, until the next handover. */
export const handedOver = (stood: StoodAs, on: CalendarDate, ownerId: Standing['ownerId']): StoodAs =>
  inserted(stood, on, 'handover', { ownerId }, (later) => later.by === 'decision');

/** A corrected protocol says what it should have said from the start: a mistake is replaced wherever it stood until now. */
export function corrected(stood: StoodAs, content: Standing): StoodAs {
  const now = stood.at(-1)!;
  return FIELDS.reduce<StoodAs>((entries, field) => {
    const firstKept = entries.findLastIndex((entry) => entry[field] !== now[field]) + 1;
    return entries.map((entry, i) => (i < firstKept ? entry : { ...entry, [field]: content[field] }));
  }, stood);
}
const FIELDS = ['text', 'ownerId', 'dueOn', 'followUpOn'] as const satisfies readonly (keyof Standing)[];

function inserted(
  stood: StoodAs,
  on: CalendarDate,
  by: StoodFrom['by'],
  changes: Partial<Standing>,
  reaches: (later: StoodFrom) => boolean,
): StoodAs {
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
