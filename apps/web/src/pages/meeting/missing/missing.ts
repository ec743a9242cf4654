import {
  INCOMPLETE_RULES,
  incompleteAction,
  incompleteActions,
  incompleteAttendance,
  incompleteDay,
  incompleteMatter,
  incompleteOutcome,
} from '#meetings/domain/draft';
import { isSame } from '#platform/kernel/plain';
import type { Day } from '../../../words/typed/days.js';
import type { Draft } from '../draft/draft.js';
import { unsendableTexts } from '../draft/unsendable-texts.js';
import { placeByNumber, placeOf, valueAt } from '../draft/places.js';

/** One reason that prevents filing, and its field. */
export interface Missing {
  /** The rule's name, as on the server. */
  readonly rule: string;
  /** As in `places`: `actions.<id>.ownerId`. */
  readonly at: string;
  /** Row number in its section, from 1; undefined when it is not about one row. */
  readonly number?: number;
  /** The server's text, when the page has none. */
  readonly detail?: string;
}
/** A broken rule in the server's answer, with rows by number. */
export interface ServerMissing {
  readonly rule: string;
  readonly at?: string;
  readonly detail: string;
}

/** Rules that the page sees while somebody writes; the rest need the server. */
const SEEN_HERE: ReadonlySet<string> = new Set([...INCOMPLETE_RULES, 'NATIONAL_NUMBER_IN_TEXT', 'TEXT_TOO_LONG']);

/**
 * Reasons that prevent filing, in the order of the page: the page's own checks on the current draft, and the server's
 * for the rest as long as their fields are unchanged. `startsAt`: the planned start, used when the draft has none.
 */
export function whatIsMissing(
  mine: Draft,
  answer: { readonly draft: Draft; readonly missing: readonly ServerMissing[] },
  today: Day,
  startsAt: string,
): readonly Missing[] {
  const here = [...missingHere(mine, today, startsAt)];
  const there = answer.missing
    .filter(({ rule }) => !SEEN_HERE.has(rule))
    .map(({ rule, at = '', detail }) => ({ rule, at: placeByNumber(answer.draft, at), detail }))
    .filter(({ at }) => !isChanged(mine, answer.draft, at))
    .map((it) => withNumber(mine, it));
  return [...here, ...there].toSorted((a, b) => sectionOf(a.at) - sectionOf(b.at));
}

const SECTIONS = ['participants', 'earlierActions', 'matters', 'actions', 'nextMeetingOn'];
const sectionOf = (at: string) => SECTIONS.indexOf(placeOf(at).list ?? at);

/** Combines fields that only wait for confirmation of their proposals: one click confirms them all. */
export function proposalsTogether(missing: readonly Missing[], proposed: ReadonlySet<string>): readonly Missing[] {
  const isProposed = ({ rule, at }: Missing) => rule === 'ACTION_NOT_CLASSIFIED' && proposed.has(at);
  const first = missing.find(isProposed);
  if (!first) return missing;
  return missing.flatMap((it) => (it === first ? { rule: PROPOSED, at: it.at } : isProposed(it) ? [] : it));
}
/** Level or category is proposed and unconfirmed. */
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
  const { heldOn } = draft;
  yield* incompleteDay(draft, today, startsAt);
  for (const [i, { personId, attendance }] of draft.participants.entries())
    yield* numbered(i, incompleteAttendance(attendance, `participants.${personId}`));
  for (const [i, action] of draft.earlierActions.entries())
    yield* numbered(i, incompleteOutcome(action, heldOn, `earlierActions.${action.actionId}`));
  for (const [i, matter] of draft.matters.entries())
    yield* numbered(i, incompleteMatter(matter, `matters.${matter.matterId}`));
  yield* incompleteActions(draft);
  for (const [i, action] of draft.actions.entries())
    yield* numbered(i, incompleteAction(action, heldOn, `actions.${action.actionId}`));
  for (const it of unsendableTexts(draft)) yield withNumber(draft, it);
}

function* numbered(index: number, missing: Iterable<Missing>): Generator<Missing> {
  for (const it of missing) yield { ...it, number: index + 1 };
}
