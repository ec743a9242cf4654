import { ACTION_RULES, saysNothing } from './incomplete-actions.js';

/**
 * The filing rules that need nothing but the draft, today and the planned start (R2, R4, § 3.4). The server refuses by
 * them, and the page shows them while somebody writes; days are ISO days and times are HH:MM, so both compare as text.
 */
export const INCOMPLETE_RULES = [
  ...ACTION_RULES,
  'MATTER_INCOMPLETE',
  'ATTENDANCE_NOT_STATED',
  'DAY_OF_MEETING_MISSING',
  'MEETING_IN_FUTURE',
  'ENDED_BEFORE_IT_BEGAN',
  'NEXT_MEETING_NOT_LATER',
] as const;
export type IncompleteRule = (typeof INCOMPLETE_RULES)[number];

/** A broken rule and the field to correct: `at` begins with what the caller names its row by (a number, an id). */
interface Incomplete {
  readonly rule: IncompleteRule;
  readonly at: string;
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
