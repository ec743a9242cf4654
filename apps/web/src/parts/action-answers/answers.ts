import type { Answer as Answered } from '../../api/reads.js';
import { addDays, weekdayOf, type Day } from '../../words/dates.js';

/** An action as in lists and on its own page. */
export type Action = Answered<'/api/actions/{actionId}'>;

/** Answers to an action; each is a button and, except the first two, a short form. */
export type Answer =
  | 'take-over'
  | 'accept'
  | 'say-no'
  | 'decline'
  | 'done'
  | 'status'
  | 'more-time'
  | 'hand-over'
  | 'judge'
  | 'change'
  | 'abandon';

/** Answers without a form, given by a click. */
export const WITHOUT_FORM: ReadonlySet<Answer> = new Set(['take-over', 'accept']);

/**
 * Answers open to the user, most likely first. A list shows the quick ones; the action's own page (`whole`) also
 * changing and abandoning it.
 */
export function answersTo(
  { may, status, declined = null }: Pick<Action, 'may' | 'status'> & Partial<Pick<Action, 'declined'>>,
  whole = false,
): readonly Answer[] {
  const has = (step: Action['may'][number]) => may.includes(step);
  const answers: readonly (readonly [Answer, boolean])[] = [
    ['take-over', has('answer-offer')],
    ['decline', has('answer-offer')],
    ['accept', has('accept')],
    ['say-no', has('accept') && declined === null],
    ['done', has('report')],
    ['status', has('report')],
    ['more-time', has('manage')],
    ['hand-over', has('hand-over')],
    ['judge', has('judge') && (whole || status === 'completed')],
    ['change', whole && has('manage')],
    ['abandon', whole && has('manage')],
  ];
  return answers.filter(([, open]) => open).map(([answer]) => answer);
}

const WEEK = 7;
const FRIDAY = 5;
/** A working day: Saturday and Sunday become the Friday before. */
const workingDay = (day: Day): Day => addDays(day, Math.min(0, FRIDAY - weekdayOf(day)));

/** Initial value of a new due date: three weeks after today or the current date, whichever is later. */
export const proposedDueOn = ({ dueOn }: Pick<Action, 'dueOn'>, today: Day): Day =>
  workingDay(addDays(dueOn > today ? dueOn : today, 3 * WEEK));

/** Initial value of the next follow-up: the current day if it is in the future, otherwise four weeks from today. */
export const proposedFollowUpOn = ({ followUpOn }: Pick<Action, 'followUpOn'>, today: Day): Day =>
  followUpOn > today ? followUpOn : workingDay(addDays(today, 4 * WEEK));
