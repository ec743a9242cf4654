import type { CalendarDate } from '#platform/kernel';
import { isOverdue } from '../../contract/derived-states.js';

/** Owner, service and due date of the action from a day on. Valid until the next period begins. */
export interface OwnershipPeriod {
  readonly from: CalendarDate;
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  readonly dueOn: CalendarDate;
}
/** An action as a load on its owner, for each day since it was agreed. */
export interface CarriedAction {
  readonly agreedOn: CalendarDate;
  /** Day of completion or abandonment; from then on it is nobody's load. */
  readonly endedOn: CalendarDate | null;
  /** Oldest first; never empty. */
  readonly spells: readonly OwnershipPeriod[];
}

export interface Load {
  /** Agreed, and neither completed nor abandoned. */
  readonly open: number;
  /** Open after the due date that was valid on that day. */
  readonly overdue: number;
}
export const NO_LOAD: Load = { open: 0, overdue: 0 };

/** Owner and due date of the action on the day; undefined before it was agreed and after it ended. */
export function carriedOn(
  { agreedOn, endedOn, spells }: CarriedAction,
  day: CalendarDate,
): OwnershipPeriod | undefined {
  if (day < agreedOn || (endedOn !== null && day >= endedOn)) return undefined;
  return spells.findLast(({ from }) => from <= day) ?? spells[0];
}

/**
 * Load on a day, grouped by `carrier`: by the owner's service (indicator 26) or by the owner (indicator 30). Overdue is
 * counted by the due date valid on that day, so that last month's figures never change.
 */
export function loadOn(
  actions: readonly CarriedAction[],
  day: CalendarDate,
  carrier: (spell: OwnershipPeriod) => string | null,
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
