import type { CalendarDate } from '#platform/kernel';
import type { OwnerAnswer } from './action.events.js';

/** Days after the telling on which its link may still be used. */
export const ANSWER_LINK_DAYS = 14;

/** What a one-time link is about: one person's answer about one action, after one telling of one due date. */
export interface AnswerLink {
  readonly tenant: string;
  readonly actionId: string;
  readonly personId: string;
  /** The day on which a step of the ladder told the owner. */
  readonly toldOn: CalendarDate;
  /** The due date that was told. A link about an earlier due date cannot be used. */
  readonly dueOn: CalendarDate;
}

/**
 * Whether a link can be used. `over` does not say why, since whoever holds the link may not be allowed to know: it has
 * expired, the action has ended, has another owner or due date, the person may not report, or the municipality does not
 * have such links.
 */
export type AnswerStanding = 'open' | 'used' | 'over';

/** Answers of owners who are not signed in. The caller has checked that the link was made by this installation. */
export abstract class OwnerAnswers {
  abstract standing(link: AnswerLink): Promise<AnswerStanding>;
  /** Records the answer: `recorded`, or why it cannot be. Of answers by the same link, one is recorded. */
  abstract answer(link: AnswerLink, answer: OwnerAnswer): Promise<'recorded' | Exclude<AnswerStanding, 'open'>>;
}
