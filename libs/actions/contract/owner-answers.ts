import type { CalendarDate } from '#platform/kernel';
import type { OwnerAnswer } from './action.events.js';

/** Days after the telling on which its link may still be used. */
export const ANSWER_LINK_DAYS = 14;

/** Days of an action about which its owner is told, and asked: the due date, or that of its follow-up. */
export type AskedAbout = 'overdue' | 'follow-up-missed';

/** The subject of a one-time link: one person's answer about one action, after one telling of one day. */
export interface AnswerLink {
  readonly tenant: string;
  readonly actionId: string;
  readonly personId: string;
  /** The day on which a step of the ladder told the owner. */
  readonly toldOn: CalendarDate;
  readonly about: AskedAbout;
  /** The due date, or the day of the follow-up, that was told. A link about a day that was moved cannot be used. */
  readonly day: CalendarDate;
}

/**
 * Whether a link can be used. `over` does not say why, since whoever holds the link may not be allowed to know: it has
 * expired, the action has ended, has another owner or day, the person may not report, or the municipality does not
 * have such links.
 */
export type AnswerStanding = 'open' | 'used' | 'over';

/** Answers of owners who are not signed in. The caller has checked that the link was made by this installation. */
export abstract class OwnerAnswers {
  abstract standing(link: AnswerLink): Promise<AnswerStanding>;
  /** Records the answer: `recorded`, or why it cannot be. Of answers by the same link, one is recorded. */
  abstract answer(link: AnswerLink, answer: OwnerAnswer): Promise<'recorded' | Exclude<AnswerStanding, 'open'>>;
}
