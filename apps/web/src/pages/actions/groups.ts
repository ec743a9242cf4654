import type { Action } from '../../parts/action-answers/answers.js';
import { addDays, weekdayOf, type Day } from '../../words/dates.js';

/** Groups of open actions by due date. */
export type DueGroup = 'overdue' | 'thisWeek' | 'later';
export const DUE_GROUPS = ['overdue', 'thisWeek', 'later'] as const satisfies readonly DueGroup[];

/** The week ends on Sunday; on the due date itself an action is in time. */
export function dueGroupOf({ dueOn }: Pick<Action, 'dueOn'>, today: Day): DueGroup {
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, 7 - weekdayOf(today)) ? 'thisWeek' : 'later';
}

/** Open actions grouped by due date, in their original order. */
export const byDueGroup = <A extends Pick<Action, 'dueOn'>>(
  actions: readonly A[],
  today: Day,
): Readonly<Record<DueGroup, readonly A[]>> => ({
  overdue: actions.filter((action) => dueGroupOf(action, today) === 'overdue'),
  thisWeek: actions.filter((action) => dueGroupOf(action, today) === 'thisWeek'),
  later: actions.filter((action) => dueGroupOf(action, today) === 'later'),
});
