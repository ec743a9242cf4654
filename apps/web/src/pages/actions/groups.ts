import type { Action } from '../../parts/action-answers/answers.js';
import { addDays, weekdayOf, type Day } from '../../words/dates.js';

/** Groups of open actions by due date. */
export type When = 'overdue' | 'thisWeek' | 'later';
export const WHEN = ['overdue', 'thisWeek', 'later'] as const satisfies readonly When[];

/** The week ends on Sunday; on the due date itself an action is in time. */
export function whenDue({ dueOn }: Pick<Action, 'dueOn'>, today: Day): When {
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, 7 - weekdayOf(today)) ? 'thisWeek' : 'later';
}

/** Open actions grouped by due date, in their original order. */
export const byWhen = <A extends Pick<Action, 'dueOn'>>(
  actions: readonly A[],
  today: Day,
): Readonly<Record<When, readonly A[]>> => ({
  overdue: actions.filter((action) => whenDue(action, today) === 'overdue'),
  thisWeek: actions.filter((action) => whenDue(action, today) === 'thisWeek'),
  later: actions.filter((action) => whenDue(action, today) === 'later'),
});
