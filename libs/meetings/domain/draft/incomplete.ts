import { isBlank } from '#platform/kernel/plain';

/**
 * The filing rules that need nothing but the draft, today and the planned start (R2, R4, § 3.4). The server refuses by
 * them, and the page shows them while somebody writes; days are ISO days and times are HH:MM, so both compare as text.
 */
export const INCOMPLETE_RULES = [
  'PROTOCOL_WITHOUT_ACTIONS',
  'ACTION_WITHOUT_TEXT',
  'ACTION_WITHOUT_OWNER',
  'ACTION_WITHOUT_DUE_DATE',
  'ACTION_WITHOUT_FOLLOW_UP',
  'ACTION_NOT_CLASSIFIED',
  'ACTION_WITHOUT_REASON',
  'DUE_DATE_BEFORE_MEETING',
  'FOLLOW_UP_BEFORE_MEETING',
  'MATTER_INCOMPLETE',
  'ATTENDANCE_NOT_STATED',
  'DAY_OF_MEETING_MISSING',
  'MEETING_IN_FUTURE',
  'ENDED_BEFORE_IT_BEGAN',
  'NEXT_MEETING_NOT_LATER',
] as const;
export type IncompleteRule = (typeof INCOMPLETE_RULES)[number];

/** A broken rule and the field to mend: `at` begins with what the caller names its row by (a number, an id). */
export interface Incomplete {
  readonly rule: IncompleteRule;
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
type Matter =
  | { readonly kind: 'system'; readonly topic: string | null; readonly heading: string | null }
  | {
      readonly kind: 'anonymous';
      readonly topic: string | null;
      readonly ageBand: string | null;
      readonly setting: string | null;
    };
interface Days {
  readonly heldOn: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly nextMeetingOn: string | null;
}

/** The meeting's day and hours. A protocol without a start is filed with the planned one, `startsAt`. */
export function* incompleteDay(draft: Days, today: string, startsAt: string): Generator<Incomplete> {
  const { heldOn, startedAt, endedAt, nextMeetingOn } = draft;
  if (heldOn === null) yield { rule: 'DAY_OF_MEETING_MISSING', at: 'heldOn' };
  else if (heldOn > today) yield { rule: 'MEETING_IN_FUTURE', at: 'heldOn' };
  if (endedAt !== null && endedAt < (startedAt ?? startsAt)) yield { rule: 'ENDED_BEFORE_IT_BEGAN', at: 'endedAt' };
  if (heldOn !== null && nextMeetingOn !== null && nextMeetingOn <= heldOn)
    yield { rule: 'NEXT_MEETING_NOT_LATER', at: 'nextMeetingOn' };
}

/** A participant is present, absent or represented by a deputy. */
export function* incompleteAttendance(attendance: string | null, at: string): Generator<Incomplete> {
  if (attendance === null) yield { rule: 'ATTENDANCE_NOT_STATED', at: `${at}.attendance` };
}

/** A meeting ends in actions: new ones, or earlier ones that it carried on or changed with a follow-up (R2). */
export function* incompleteActions(draft: {
  readonly actions: readonly unknown[];
  readonly earlierActions: readonly EarlierAction[];
}): Generator<Incomplete> {
  if (draft.actions.length === 0 && !draft.earlierActions.some(goesOn))
    yield { rule: 'PROTOCOL_WITHOUT_ACTIONS', at: 'actions' };
}

/** A new action says what, who, by when, when it is followed up, and how it is classified (R2–R4). */
export function* incompleteAction(action: NewAction, heldOn: string | null, at: string): Generator<Incomplete> {
  if (saysNothing(action.text)) yield { rule: 'ACTION_WITHOUT_TEXT', at: `${at}.text` };
  if (action.ownerId === null) yield { rule: 'ACTION_WITHOUT_OWNER', at: `${at}.ownerId` };
  yield* incompleteDates(action, heldOn, at);
  if (action.level === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.level` };
  if (action.category === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.category` };
}

/** Required fields of each outcome of an earlier action (R4). */
export function* incompleteOutcome(action: EarlierAction, heldOn: string | null, at: string): Generator<Incomplete> {
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

/** A system matter has a topic and a heading; an anonymous one a topic, an age band and a setting. */
export function* incompleteMatter(matter: Matter, at: string): Generator<Incomplete> {
  if (matter.topic === null) yield { rule: 'MATTER_INCOMPLETE', at: `${at}.topic` };
  if (matter.kind === 'system') {
    if (saysNothing(matter.heading)) yield { rule: 'MATTER_INCOMPLETE', at: `${at}.heading` };
  } else {
    if (matter.ageBand === null) yield { rule: 'MATTER_INCOMPLETE', at: `${at}.ageBand` };
    if (matter.setting === null) yield { rule: 'MATTER_INCOMPLETE', at: `${at}.setting` };
  }
}

/** An action that goes on has a due date and a follow-up date, neither before the meeting (R4). */
function* incompleteDates({ dueOn, followUpOn }: Dates, heldOn: string | null, at: string): Generator<Incomplete> {
  if (dueOn === null) yield { rule: 'ACTION_WITHOUT_DUE_DATE', at: `${at}.dueOn` };
  else if (isBeforeMeeting(dueOn, heldOn)) yield { rule: 'DUE_DATE_BEFORE_MEETING', at: `${at}.dueOn` };
  yield* incompleteFollowUp(followUpOn, heldOn, at);
}

function* incompleteFollowUp(followUpOn: string | null, heldOn: string | null, at: string): Generator<Incomplete> {
  if (followUpOn === null) yield { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: `${at}.followUpOn` };
  else if (isBeforeMeeting(followUpOn, heldOn)) yield { rule: 'FOLLOW_UP_BEFORE_MEETING', at: `${at}.followUpOn` };
}

/** True where both days are known and `day` is before the meeting. */
export const isBeforeMeeting = (day: string | null, heldOn: string | null): boolean =>
  day !== null && heldOn !== null && day < heldOn;

/** True where a text says nothing. */
const saysNothing = (text: string | null): boolean => text === null || isBlank(text);

/** An open action that the meeting carried on, or changed, with a new follow-up. */
const goesOn = ({ outcome, followUpOn }: EarlierAction) =>
  (outcome === 'carried-on' || outcome === 'changed') && followUpOn !== null;
