import { isBlank } from '#platform/kernel/plain';

/** The rules of actions that need nothing but the draft (R2, R4); see `incomplete-protocol.ts` beside this file. */
export const ACTION_RULES = [
  'PROTOCOL_WITHOUT_ACTIONS',
  'ACTION_WITHOUT_TEXT',
  'ACTION_WITHOUT_OWNER',
  'ACTION_WITHOUT_DUE_DATE',
  'ACTION_WITHOUT_FOLLOW_UP',
  'ACTION_NOT_CLASSIFIED',
  'ACTION_WITHOUT_REASON',
  'DUE_DATE_BEFORE_MEETING',
  'FOLLOW_UP_BEFORE_MEETING',
] as const;

/** A broken rule and the field to correct: `at` begins with what the caller names its row by (a number, an id). */
interface IncompleteAction {
  readonly rule: (typeof ACTION_RULES)[number];
  readonly at: string;
}

interface Dates {
  readonly dueOn: string | null;
  readonly followUpOn: string | null;
}
interface NewAction extends Dates {
  readonly text: string | null;
  readonly ownerId: string | null;
  readonly level: string | null;
  readonly category: string | null;
}
interface EarlierAction extends Dates {
  readonly outcome: 'on-track' | 'completed' | 'carried-on' | 'changed' | 'abandoned' | null;
  readonly text: string | null;
  readonly reason: string | null;
  readonly abandonReason: string | null;
}

/** A meeting ends in actions: new ones, or earlier ones that it carried on or changed with a follow-up (R2). */
export function* incompleteActions(draft: {
  readonly actions: readonly unknown[];
  readonly earlierActions: readonly EarlierAction[];
}): Generator<IncompleteAction> {
  if (draft.actions.length === 0 && !draft.earlierActions.some(goesOn))
    yield { rule: 'PROTOCOL_WITHOUT_ACTIONS', at: 'actions' };
}

/** A new action says what, who, by when, when it is followed up, and how it is classified (R2–R4). */
export function* incompleteAction(action: NewAction, heldOn: string | null, at: string): Generator<IncompleteAction> {
  if (saysNothing(action.text)) yield { rule: 'ACTION_WITHOUT_TEXT', at: `${at}.text` };
  if (action.ownerId === null) yield { rule: 'ACTION_WITHOUT_OWNER', at: `${at}.ownerId` };
  yield* incompleteDates(action, heldOn, at);
  if (action.level === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.level` };
  if (action.category === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.category` };
}

/** Required fields of each outcome of an earlier action (R4). */
export function* incompleteOutcome(
  action: EarlierAction,
  heldOn: string | null,
  at: string,
): Generator<IncompleteAction> {
  switch (action.outcome) {
    case 'on-track':
      yield* incompleteFollowUp(action.followUpOn, heldOn, at);
      break;
    case 'carried-on':
    case 'changed':
      if (action.outcome === 'changed' && saysNothing(action.text))
        yield { rule: 'ACTION_WITHOUT_TEXT', at: `${at}.text` };
      yield* incompleteDates(action, heldOn, at);
      if (saysNothing(action.reason)) yield { rule: 'ACTION_WITHOUT_REASON', at: `${at}.reason` };
      break;
    case 'abandoned':
      if (action.abandonReason === null) yield { rule: 'ACTION_WITHOUT_REASON', at: `${at}.abandonReason` };
      break;
    case 'completed':
    case null:
      break;
  }
}

/** An action that goes on has a due date and a follow-up date, neither before the meeting (R4). */
function* incompleteDates(
  { dueOn, followUpOn }: Dates,
  heldOn: string | null,
  at: string,
): Generator<IncompleteAction> {
  if (dueOn === null) yield { rule: 'ACTION_WITHOUT_DUE_DATE', at: `${at}.dueOn` };
  else if (isBeforeMeeting(dueOn, heldOn)) yield { rule: 'DUE_DATE_BEFORE_MEETING', at: `${at}.dueOn` };
  yield* incompleteFollowUp(followUpOn, heldOn, at);
}

function* incompleteFollowUp(
  followUpOn: string | null,
  heldOn: string | null,
  at: string,
): Generator<IncompleteAction> {
  if (followUpOn === null) yield { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: `${at}.followUpOn` };
  else if (isBeforeMeeting(followUpOn, heldOn)) yield { rule: 'FOLLOW_UP_BEFORE_MEETING', at: `${at}.followUpOn` };
}

/** True where both days are known and `day` is before the meeting. */
export const isBeforeMeeting = (day: string | null, heldOn: string | null): boolean =>
  day !== null && heldOn !== null && day < heldOn;

/** True where a text says nothing. */
export const saysNothing = (text: string | null): boolean => text === null || isBlank(text);

/** An open action that the meeting carried on, or changed, with a new follow-up. */
const goesOn = ({ outcome, followUpOn }: EarlierAction) =>
  (outcome === 'carried-on' || outcome === 'changed') && followUpOn !== null;
