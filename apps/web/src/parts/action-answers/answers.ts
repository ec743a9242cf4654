import type { Answer as Answered } from '../../api/reads.js';
import { addDays, weekdayOf, type Day } from '../../words/dates.js';

/** An action as lists and its own page have it. */
export type Action = Answered<'/api/actions/{actionId}'>;

/** What one can answer an action with; each is one button and, all but the first two, one short form. */
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

/** Those that need no word: pressed, and done. */
export const AT_ONCE: ReadonlySet<Answer> = new Set(['take-over', 'accept']);

/**
 * The answers open to whoever reads it, the most likely first. A list shows those that are given in ten seconds; the
 * action's own page (`whole`) also those that say it otherwise or give it up.
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

/** What a new due date begins with: three weeks on, from today or from the date it has, whichever is later. */
export const proposedDueOn = ({ dueOn }: Pick<Action, 'dueOn'>, today: Day): Day =>
  workingDay(addDays(dueOn > today ? dueOn : today, 3 * WEEK));

/** What the next follow-up begins with: the day that stands, if it is to come; else four weeks from today. */
export const proposedFollowUpOn = ({ followUpOn }: Pick<Action, 'followUpOn'>, today: Day): Day =>
  followUpOn > today ? followUpOn : workingDay(addDays(today, 4 * WEEK));
