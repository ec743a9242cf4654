import type { CalendarDate } from '#platform/kernel';
import { isOverdue } from '../../contract/derived.js';

/** From a day on: who answers for the action, in which service, and by when. The last spell holds until there is another. */
export interface Spell {
  readonly from: CalendarDate;
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  readonly dueOn: CalendarDate;
}
/** An action as a load that somebody carries, day by day since it was agreed. */
export interface CarriedAction {
  readonly agreedOn: CalendarDate;
  /** Completed or abandoned on; from that day nobody carries it. */
  readonly endedOn: CalendarDate | null;
  /** Oldest first; never empty. */
  readonly spells: readonly Spell[];
}

export interface Load {
  /** Agreed, and neither completed nor abandoned. */
  readonly open: number;
  /** Open, and the due date that held then had passed. */
  readonly overdue: number;
}
export const NO_LOAD: Load = { open: 0, overdue: 0 };

/** Who carries the action on the day, and by when; undefined where nobody does, before it was agreed or after it ended. */
export function carriedOn({ agreedOn, endedOn, spells }: CarriedAction, day: CalendarDate): Spell | undefined {
  if (day < agreedOn || (endedOn !== null && day >= endedOn)) return undefined;
  return spells.findLast(({ from }) => from <= day) ?? spells[0];
}

/**
 * What is carried on a day, by whatever `carrier` says: the service that the responsible person answers for (indicator
 * 26), or the person (indicator 30). What time made of it is counted by the due date that held on that day, so that a
 * figure of last month is today what it was then.
 */
export function loadOn(
  actions: readonly CarriedAction[],
  day: CalendarDate,
  carrier: (spell: Spell) => string | null,
): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>();
  for (const action of actions) {
    const spell = carriedOn(action, day);
    const key = spell && carrier(spell);
    if (!spell || !key) continue;
    const { open, overdue } = loads.get(key) ?? NO_LOAD;
    const isLate = isOverdue({ isOpen: true, dueOn: spell.dueOn }, day);
    loads.set(key, { open: open + 1, overdue: overdue + (isLate ? 1 : 0) });
  }
  return loads;
}
