import { isSame } from '#platform/kernel/plain';
import type { Day } from '../../../words/typed/days.js';
import type { Draft, DraftAction, DraftEarlierAction, DraftMatter } from '../draft/draft.js';
import { heldBack } from '../draft/held-back.js';
import { placeByNumber, placeOf, valueAt } from '../draft/places.js';

/** One thing that stops the protocol from being filed, and the field to go to. */
export interface Missing {
  /** The rule's name, as the server has it. */
  readonly rule: string;
  /** As in `places`: `actions.<id>.ownerId`. */
  readonly at: string;
  /** Which of its section it is, from 1; none where it is not about one row. */
  readonly number?: number;
  /** The server's own words, where the page has none. */
  readonly detail?: string;
}
/** As the server's answer to a draft tells it, with rows by number. */
export interface ServerMissing {
  readonly rule: string;
  readonly at?: string;
  readonly detail: string;
}

/** Rules that need nothing but the draft and the day: the page sees them while one types. */
const SEEN_HERE: ReadonlySet<string> = new Set([
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
  'NATIONAL_NUMBER_IN_TEXT',
  'TEXT_TOO_LONG',
]);

/**
 * What is missing before filing, in the order of the page: what the page sees by itself as it stands, and what the server
 * said of the rest, as long as nothing has changed there since it was said. `startsAt`: the planned start, which holds where
 * the draft says none.
 */
export function whatIsMissing(
  mine: Draft,
  said: { readonly draft: Draft; readonly missing: readonly ServerMissing[] },
  today: Day,
  startsAt: string,
): readonly Missing[] {
  const here = [...missingHere(mine, today, startsAt)];
  const there = said.missing
    .filter(({ rule }) => !SEEN_HERE.has(rule))
    .map(({ rule, at = '', detail }) => ({ rule, at: placeByNumber(said.draft, at), detail }))
    .filter(({ at }) => !isChanged(mine, said.draft, at))
    .map((it) => withNumber(mine, it));
  return [...here, ...there].toSorted((a, b) => sectionOf(a.at) - sectionOf(b.at));
}

const SECTIONS = ['participants', 'earlierActions', 'matters', 'actions', 'nextMeetingOn'];
const sectionOf = (at: string) => SECTIONS.indexOf(placeOf(at).list ?? at);

/** Fields that only wait for their proposals to be confirmed are one thing together: one click confirms them all. */
export function proposalsTogether(missing: readonly Missing[], proposed: ReadonlySet<string>): readonly Missing[] {
  const isProposed = ({ rule, at }: Missing) => rule === 'ACTION_NOT_CLASSIFIED' && proposed.has(at);
  const first = missing.find(isProposed);
  if (!first) return missing;
  return missing.flatMap((it) => (it === first ? { rule: PROPOSED, at: it.at } : isProposed(it) ? [] : it));
}
/** Level or category is proposed and not confirmed. */
export const PROPOSED = 'CLASSIFICATION_PROPOSED';

function isChanged(mine: Draft, known: Draft, at: string): boolean {
  const { list, id } = placeOf(at);
  if (list !== undefined && id === undefined) return !isSame(mine[list], known[list]);
  return !isSame(valueAt(mine, at), valueAt(known, at));
}

function withNumber(draft: Draft, missing: Missing): Missing {
  const { list, id } = placeOf(missing.at);
  if (list === undefined || id === undefined) return missing;
  const at = draft[list].findIndex((row) => Object.values(row as object).includes(id));
  return at < 0 ? missing : { ...missing, number: at + 1 };
}

function* missingHere(draft: Draft, today: Day, startsAt: string): Generator<Missing> {
  const { heldOn, startedAt, endedAt, nextMeetingOn } = draft;
  if (heldOn === null) yield { rule: 'DAY_OF_MEETING_MISSING', at: 'heldOn' };
  else if (heldOn > today) yield { rule: 'MEETING_IN_FUTURE', at: 'heldOn' };
  if (endedAt !== null && endedAt < (startedAt ?? startsAt)) yield { rule: 'ENDED_BEFORE_IT_BEGAN', at: 'endedAt' };
  for (const [i, { personId, attendance }] of draft.participants.entries())
    if (attendance === null)
      yield { rule: 'ATTENDANCE_NOT_STATED', at: `participants.${personId}.attendance`, number: i + 1 };
  for (const [i, action] of draft.earlierActions.entries())
    for (const it of ofEarlier(action, heldOn)) yield { ...it, number: i + 1 };
  for (const [i, matter] of draft.matters.entries()) for (const it of ofMatter(matter)) yield { ...it, number: i + 1 };
  if (draft.actions.length === 0 && !draft.earlierActions.some(goesOn))
    yield { rule: 'PROTOCOL_WITHOUT_ACTIONS', at: 'actions' };
  for (const [i, action] of draft.actions.entries())
    for (const it of ofAction(action, heldOn)) yield { ...it, number: i + 1 };
  if (heldOn !== null && nextMeetingOn !== null && nextMeetingOn <= heldOn)
    yield { rule: 'NEXT_MEETING_NOT_LATER', at: 'nextMeetingOn' };
  for (const it of heldBack(draft)) yield withNumber(draft, it);
}

function* ofAction(action: DraftAction, heldOn: Day | null): Generator<Missing> {
  const at = `actions.${action.actionId}`;
  if (isBlank(action.text)) yield { rule: 'ACTION_WITHOUT_TEXT', at: `${at}.text` };
  if (action.ownerId === null) yield { rule: 'ACTION_WITHOUT_OWNER', at: `${at}.ownerId` };
  yield* ofDates(action, heldOn, at);
  if (action.level === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.level` };
  if (action.category === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.category` };
}

function* ofEarlier(action: DraftEarlierAction, heldOn: Day | null): Generator<Missing> {
  const at = `earlierActions.${action.actionId}`;
  switch (action.outcome) {
    case 'on-track':
      yield* ofFollowUp(action, heldOn, at);
      break;
    case 'carried-on':
    case 'changed':
      if (action.outcome === 'changed' && isBlank(action.text)) yield { rule: 'ACTION_WITHOUT_TEXT', at: `${at}.text` };
      yield* ofDates(action, heldOn, at);
      if (isBlank(action.reason)) yield { rule: 'ACTION_WITHOUT_REASON', at: `${at}.reason` };
      break;
    case 'abandoned':
      if (action.abandonReason === null) yield { rule: 'ACTION_WITHOUT_REASON', at: `${at}.abandonReason` };
      break;
    case 'completed':
    case null:
      break;
  }
}

function* ofDates(
  { dueOn, followUpOn }: Pick<DraftAction, 'dueOn' | 'followUpOn'>,
  heldOn: Day | null,
  at: string,
): Generator<Missing> {
  if (dueOn === null) yield { rule: 'ACTION_WITHOUT_DUE_DATE', at: `${at}.dueOn` };
  else if (isBefore(dueOn, heldOn)) yield { rule: 'DUE_DATE_BEFORE_MEETING', at: `${at}.dueOn` };
  yield* ofFollowUp({ followUpOn }, heldOn, at);
}

function* ofFollowUp(
  { followUpOn }: Pick<DraftAction, 'followUpOn'>,
  heldOn: Day | null,
  at: string,
): Generator<Missing> {
  if (followUpOn === null) yield { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: `${at}.followUpOn` };
  else if (isBefore(followUpOn, heldOn)) yield { rule: 'FOLLOW_UP_BEFORE_MEETING', at: `${at}.followUpOn` };
}
const isBefore = (day: Day, heldOn: Day | null) => heldOn !== null && day < heldOn;

function* ofMatter(matter: DraftMatter): Generator<Missing> {
  const at = `matters.${matter.matterId}`;
  const empty = (field: string): Missing => ({ rule: 'MATTER_INCOMPLETE', at: `${at}.${field}` });
  if (matter.topic === null) yield empty('topic');
  if (matter.kind === 'system') {
    if (isBlank(matter.heading)) yield empty('heading');
  } else {
    if (matter.ageBand === null) yield empty('ageBand');
    if (matter.setting === null) yield empty('setting');
  }
}

const goesOn = ({ outcome, followUpOn }: DraftEarlierAction) =>
  (outcome === 'carried-on' || outcome === 'changed') && followUpOn !== null;
const isBlank = (text: string | null) => text === null || text.trim() === '';
