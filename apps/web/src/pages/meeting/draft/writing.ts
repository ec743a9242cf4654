import { isSame } from '#platform/kernel/plain';
import { mergeDrafts, type DraftConflict } from '#meetings/domain/draft';
import type { Draft } from './draft.js';
import { withoutUnsendableTexts } from './unsendable-texts.js';
import { placeOf, valueAt, withValueAt } from './places.js';

/** The last known server state: revision and content. */
export interface ServerState {
  readonly revision: string;
  readonly draft: Draft;
  /** The user who saved this revision; null before the first save. */
  readonly savedBy?: string | null;
}

/** A place that two people changed differently. Both texts are kept until a user has chosen. */
export interface Conflict {
  /** As in `places`: `place`, `actions.<id>`, `matters.<id>.heading`. */
  readonly at: string;
  /** The other user's value; null when they removed the row. */
  readonly theirs: unknown;
  /** The other user, if known. */
  readonly by?: string | null;
}

/** Reason why nothing is being saved. */
export type Trouble =
  /** The server is unreachable or faulty (`fault`): retried automatically. */
  | 'offline'
  | 'fault'
  /** Nobody is signed in: retried after sign-in. */
  | 'signed-out'
  /** The server refuses the draft's shape: retried after a change. */
  | 'refused'
  /** The protocol is filed, or this person may no longer write: never retried. */
  | 'filed'
  | 'forbidden';

/**
 * One person's editing of one draft. Pure data: the content on the screen, the server's state, and the pending
 * difference. At every moment, all typed text is in `mine`, in `known`, or in a conflict.
 */
export interface Writing {
  readonly known: ServerState;
  /** Content on the screen. */
  readonly mine: Draft;
  /** Places where `mine` and `known` differ and the user must choose; not sent until then. */
  readonly conflicts: readonly Conflict[];
  /** Pending save. */
  readonly sending: Draft | null;
  /** Sent without an answer: it may have arrived, and is then the user's own text. */
  readonly unsure: readonly Draft[];
  readonly trouble: Trouble | null;
  /** Number of consecutive failures. */
  readonly failures: number;
}

export const beginWriting = (known: ServerState): Writing => ({
  known,
  mine: known.draft,
  conflicts: [],
  sending: null,
  unsure: [],
  trouble: null,
  failures: 0,
});

/**
 * Continues after a crash, from the local copies: more than one if several windows were open. Saves pending then may
 * have arrived.
 */
export function resumed(known: ServerState, copies: readonly Writing[]): Writing {
  const [first, ...more] = copies;
  if (!first) return beginWriting(known);
  return more.reduce(alsoWritten, arrived(asleep(first), known));
}
const asleep = (copy: Writing): Writing => ({
  ...copy,
  sending: null,
  unsure: copy.sending ? [...copy.unsure, copy.sending] : copy.unsure,
});

/** Merges the content of another window of the same person; when both changed one field, both texts are kept in it. */
function alsoWritten(writing: Writing, copy: Writing): Writing {
  const { draft, conflicts } = mergeDrafts(copy.known.draft, copy.mine, writing.mine);
  const mine = conflicts.reduce((merged, { at, mine: other, theirs: my }) => {
    const both = typeof my === 'string' && typeof other === 'string' ? joined(my, other) : (my ?? other);
    return withValueAt(merged, at, both);
  }, draft);
  const older = copy.conflicts.filter(({ at }) => !writing.conflicts.some((it) => it.at === at));
  return { ...writing, mine, conflicts: [...writing.conflicts, ...older] };
}

/** Content of the next save: all of `mine`, except conflicts and held-back texts. */
export const toSend = ({ mine, known, conflicts }: Writing): Draft =>
  withoutUnsendableTexts(
    conflicts.reduce((draft, { at }) => withValueAt(draft, at, valueAt(known.draft, at)), mine),
    known.draft,
  );

/** True when there is unsaved text. */
export const isDirty = (writing: Writing): boolean => !isSame(toSend(writing), writing.known.draft);
/** True when the server has everything and no conflict remains: the local copy is not needed. */
export const isSafe = ({ mine, known, conflicts }: Writing): boolean =>
  conflicts.length === 0 && isSame(mine, known.draft);

/** Applies a change by the user. */
export function typed(writing: Writing, mine: Draft): Writing {
  return { ...writing, mine, trouble: writing.trouble === 'refused' ? null : writing.trouble };
}

/** Starts a save of unsaved text; returns the same object when there is none or a save is pending. */
export function sent(writing: Writing): Writing {
  if (writing.sending || !isDirty(writing)) return writing;
  return { ...writing, sending: toSend(writing) };
}

/** The server has saved the pending content, with others' changes merged in. */
export function saved(writing: Writing, known: ServerState): Writing {
  const base = writing.sending ?? writing.known.draft;
  return settled({ ...bringIn(writing, base, known), sending: null, unsure: [], trouble: null, failures: 0 });
}

/** Merges the server's draft, read or notified: others' changes are applied, one's own stay. */
export function arrived(writing: Writing, known: ServerState): Writing {
  if (Number(known.revision) < Number(writing.known.revision))
    // The drafts were reset: nothing there is newer than this content, so all of it is sent again.
    return { ...writing, known, sending: null, conflicts: [] };
  return settled({ ...bringIn(writing, writing.known.draft, known), sending: null, trouble: null, failures: 0 });
}

/** The pending save got no answer. It may have arrived all the same. */
export function failed(writing: Writing, trouble: Trouble): Writing {
  const { sending } = writing;
  const unsure =
    sending && (trouble === 'offline' || trouble === 'fault') ? [...writing.unsure, sending] : writing.unsure;
  return { ...writing, sending: null, unsure, trouble, failures: writing.failures + 1 };
}

/** Retries at once: the network is back, or a user has signed in. */
export const recovered = (writing: Writing): Writing =>
  writing.trouble === 'filed' || writing.trouble === 'forbidden' ? writing : { ...writing, trouble: null, failures: 0 };

/** Fields that belong together: choosing one chooses the other. */
const FOLLOWS: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ ownerServiceId: 'ownerId', deputyId: 'attendance' }),
);

/** True when a conflict is resolved along with another one, so that the user is not asked separately. */
export function followsAnother({ at }: Pick<Conflict, 'at'>, conflicts: readonly Conflict[]): boolean {
  const leader = leaderOf(at);
  return leader !== undefined && conflicts.some((it) => it.at === leader);
}
function leaderOf(at: string): string | undefined {
  const { list, id, field = '' } = placeOf(at);
  const follows = FOLLOWS.get(field);
  return list !== undefined && follows !== undefined ? `${list}.${id}.${follows}` : undefined;
}
/** Conflicts to resolve, each once. */
export const toChoose = ({ conflicts }: Pick<Writing, 'conflicts'>): readonly Conflict[] =>
  conflicts.filter((it) => !followsAnother(it, conflicts));

export type Choice = 'mine' | 'theirs' | 'both';
/** Resolves a conflict. `both` joins the texts, theirs first; for other values it takes mine. */
export function choose(writing: Writing, at: string, choice: Choice): Writing {
  const followers = writing.conflicts.filter((it) => leaderOf(it.at) === at);
  return [...followers, { at }].reduce((chosen, it) => chooseOne(chosen, it.at, choice), writing);
}
function chooseOne(writing: Writing, at: string, choice: Choice): Writing {
  const conflict = writing.conflicts.find((it) => it.at === at);
  if (!conflict) return writing;
  const my = valueAt(writing.mine, at);
  const both = typeof my === 'string' && typeof conflict.theirs === 'string' ? joined(conflict.theirs, my) : my;
  const value = choice === 'theirs' ? conflict.theirs : choice === 'both' ? both : my;
  return {
    ...writing,
    mine: withValueAt(writing.mine, at, value),
    conflicts: writing.conflicts.filter((it) => it !== conflict),
  };
}

/** Two texts as one; if one contains the other, the longer one. */
export function joined(first: string, second: string): string {
  if (first.includes(second)) return first;
  if (second.includes(first)) return second;
  return `${first.trimEnd()} ${second.trimStart()}`;
}

/** Merges the server's state into mine, relative to the common version. */
function bringIn(writing: Writing, before: Draft, known: ServerState): Writing {
  // A save without an answer has arrived, and nobody has written since: it is the common version.
  const base = writing.unsure.find((draft) => isSame(draft, known.draft)) ?? before;
  const { draft, conflicts } = mergeDrafts(base, writing.mine, known.draft);
  const isOwnText = ({ at, theirs }: DraftConflict) =>
    writing.unsure.some((sent) => isSame(valueAt(sent, at) ?? null, theirs ?? null));
  // One's own text stays on the screen in a conflict, since the user may be typing in that field.
  const mine = conflicts.reduce((merged, { at, mine: my }) => withValueAt(merged, at, my), draft);
  const fresh = conflicts
    .filter((it) => !isOwnText(it))
    .map(({ at, theirs }) => ({ at, theirs, by: known.savedBy ?? null }));
  const older = writing.conflicts
    .filter(({ at }) => !conflicts.some((it) => it.at === at))
    .map((it) => ({ ...it, theirs: valueAt(known.draft, it.at) ?? null }));
  return { ...writing, known, mine, conflicts: [...older, ...fresh] };
}

/** Drops conflicts that are resolved: both sides agree, or their row is itself in conflict or gone. */
function settled(writing: Writing): Writing {
  const { mine, conflicts, known } = writing;
  const rows = new Set(conflicts.filter(({ at }) => isRow(at)).map(({ at }) => at));
  const conflicts_ = conflicts.filter(({ at }) => {
    const { list, id, field } = placeOf(at);
    if (isSame(valueAt(mine, at) ?? null, valueAt(known.draft, at) ?? null)) return false;
    if (list === undefined || field === undefined) return true;
    return !rows.has(`${list}.${id}`) && valueAt(mine, `${list}.${id}`) !== undefined;
  });
  return { ...writing, conflicts: conflicts_ };
}
const isRow = (at: string) => {
  const { list, field } = placeOf(at);
  return list !== undefined && field === undefined;
};
