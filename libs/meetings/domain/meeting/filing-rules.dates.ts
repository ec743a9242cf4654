import type { CalendarDate } from '#platform/kernel';
import type { DraftAction } from '../draft/protocol-draft.js';
import type { Broken } from './filing.rule.js';

/** An action that goes on has a due date and a follow-up, neither before the meeting (R4). */
export function* brokenByDates(
  heldOn: CalendarDate | null,
  { dueOn, followUpOn }: Pick<DraftAction, 'dueOn' | 'followUpOn'>,
  at: string,
): Generator<Broken> {
  if (dueOn === null) yield { rule: 'ACTION_WITHOUT_DUE_DATE', at: `${at}.dueOn` };
  else if (isBefore(dueOn, heldOn)) yield { rule: 'DUE_DATE_BEFORE_MEETING', at: `${at}.dueOn` };
  yield* brokenByFollowUp(heldOn, followUpOn, at);
}

export function* brokenByFollowUp(
  heldOn: CalendarDate | null,
  followUpOn: CalendarDate | null,
  at: string,
): Generator<Broken> {
  if (followUpOn === null) yield { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: `${at}.followUpOn` };
  else if (isBefore(followUpOn, heldOn)) yield { rule: 'FOLLOW_UP_BEFORE_MEETING', at: `${at}.followUpOn` };
}

export const isBefore = (day: CalendarDate | null, heldOn: CalendarDate | null): boolean =>
  day !== null && heldOn !== null && day < heldOn;
