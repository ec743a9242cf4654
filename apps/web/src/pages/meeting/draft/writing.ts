import { isSame } from '#platform/kernel/plain';
import { mergeDrafts, type DraftConflict } from '#meetings/domain/draft';
import type { Draft } from './draft.js';
import { withoutHeldBack } from './held-back.js';
import { placeOf, valueAt, withValueAt } from './places.js';

/** What the server has said last: a revision of the draft, and what it says. */
export interface Known {
  readonly revision: string;
  readonly draft: Draft;
  /** Who saved this revision; none before anyone has. */
  readonly savedBy?: string | null;
}

/** A place that two people wrote differently. Both texts are kept until somebody has chosen. */
export interface Conflict {
  /** As in `places`: `place`, `actions.<id>`, `matters.<id>.heading`. */
  readonly at: string;
  /** What the other one wrote; null where they took the row away. */
  readonly theirs: unknown;
  /** Who wrote it, where it is known. */
  readonly by?: string | null;
}

/** Why nothing is saved for the moment. */
export type Trouble =
  /** The server was not reached, or is not well (`fault`): tried again by itself. */
  | 'offline'
  | 'fault'
  /** Nobody is signed in any more: tried again when somebody is. */
  | 'signed-out'
  /** What is written has a shape that the server does not take: tried again when it changes. */
  | 'refused'
  /** The protocol has been filed, or may no longer be written by this person: never tried again. */
  | 'filed'
  | 'forbidden';

/**
 * One person's writing of one draft. Pure data: what is on the screen, what the server knows, and what of the difference
 * is on its way. Every text somebody typed is in `mine`, in `known`, or in a conflict, at every moment.
 */
export interface Writing {
  readonly known: Known;
  /** What is on the screen. */
  readonly mine: Draft;
  /** Places where `mine` and `known` differ and somebody must choose; until then they are not sent. */
  readonly conflicts: readonly Conflict[];
  /** What is on its way to the server. */
  readonly sending: Draft | null;
  /** Sent without an answer: it may have arrived, and then it is no one else's text. */
  readonly unsure: readonly Draft[];
  readonly trouble: Trouble | null;
  /** Tries that failed in a row. */
  readonly failures: number;
}

export const beginWriting = (known: Known): Writing => ({
  known,
  mine: known.draft,
  conflicts: [],
  sending: null,
  unsure: [],
  trouble: null,
  failures: 0,
});

/**
 * The writing that goes on after the page died, from the copies the machine kept: more than one where several windows
 * were open. What was on its way then may have arrived.
 */
export function resumed(known: Known, copies: readonly Writing[]): Writing {
  const [first, ...more] = copies;
  if (!first) return beginWriting(known);
  return more.reduce(alsoWritten, arrived(asleep(first), known));
}
const asleep = (copy: Writing): Writing => ({
  ...copy,
  sending: null,
  unsure: copy.sending ? [...copy.unsure, copy.sending] : copy.unsure,
});

/** Takes in what another window of the same person held; where both wrote in one field, both texts stand in it. */
function alsoWritten(writing: Writing, copy: Writing): Writing {
  const { draft, conflicts } = mergeDrafts(copy.known.draft, copy.mine, writing.mine);
  const mine = conflicts.reduce((merged, { at, mine: other, theirs: my }) => {
    const both = typeof my === 'string' && typeof other === 'string' ? joined(my, other) : (my ?? other);
    return withValueAt(merged, at, both);
  }, draft);
  const older = copy.conflicts.filter(({ at }) => !writing.conflicts.some((it) => it.at === at));
  return { ...writing, mine, conflicts: [...writing.conflicts, ...older] };
}

/** What would be sent now: all that is mine, except where a conflict waits or a text is held back. */
export const toSend = ({ mine, known, conflicts }: Writing): Draft =>
  withoutHeldBack(
    conflicts.reduce((draft, { at }) => withValueAt(draft, at, valueAt(known.draft, at)), mine),
    known.draft,
  );

/** Something is written that the server has not got. */
export const isDirty = (writing: Writing): boolean => !isSame(toSend(writing), writing.known.draft);
/** Everything written is with the server, and no choice waits: nothing on this machine is needed. */
export const isSafe = ({ mine, known, conflicts }: Writing): boolean =>
  conflicts.length === 0 && isSame(mine, known.draft);

/** Somebody typed, ticked, added or took away. */
export function typed(writing: Writing, mine: Draft): Writing {
  return { ...writing, mine, trouble: writing.trouble === 'refused' ? null : writing.trouble };
}

/** What is dirty goes on its way; the very same writing where there is nothing to send or something is on its way. */
export function sent(writing: Writing): Writing {
  if (writing.sending || !isDirty(writing)) return writing;
  return { ...writing, sending: toSend(writing) };
}

/** The server has saved what was on its way, with what others wrote merged in. */
export function saved(writing: Writing, known: Known): Writing {
  const base = writing.sending ?? writing.known.draft;
  return settled({ ...bringIn(writing, base, known), sending: null, unsure: [], trouble: null, failures: 0 });
}

/** The draft as it stands at the server, read or told of: others' words come in, one's own stay. */
export function arrived(writing: Writing, known: Known): Writing {
  if (Number(known.revision) < Number(writing.known.revision))
    // The drafts have begun anew: nothing there is later than what is written here, so all of it is sent again.
    return { ...writing, known, sending: null, conflicts: [] };
  return settled({ ...bringIn(writing, writing.known.draft, known), sending: null, trouble: null, failures: 0 });
}

/** What was on its way was not answered. It may have arrived all the same. */
export function failed(writing: Writing, trouble: Trouble): Writing {
  const { sending } = writing;
  const unsure =
    sending && (trouble === 'offline' || trouble === 'fault') ? [...writing.unsure, sending] : writing.unsure;
  return { ...writing, sending: null, unsure, trouble, failures: writing.failures + 1 };
}

/** The network is back, or somebody has signed in: it may be tried again at once. */
export const recovered = (writing: Writing): Writing =>
  writing.trouble === 'filed' || writing.trouble === 'forbidden' ? writing : { ...writing, trouble: null, failures: 0 };

/** Fields that say one thing together: who chooses one of them chooses the other with it. */
const FOLLOWS: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ ownerServiceId: 'ownerId', deputyId: 'attendance' }),
);

/** Whether a conflict is chosen along with another that waits: then nobody is asked about it by itself. */
export function followsAnother({ at }: Pick<Conflict, 'at'>, conflicts: readonly Conflict[]): boolean {
  const leader = leaderOf(at);
  return leader !== undefined && conflicts.some((it) => it.at === leader);
}
function leaderOf(at: string): string | undefined {
  const { list, id, field = '' } = placeOf(at);
  const follows = FOLLOWS.get(field);
  return list !== undefined && follows !== undefined ? `${list}.${id}.${follows}` : undefined;
}
/** Conflicts that somebody must choose in, each asked once. */
export const toChoose = ({ conflicts }: Pick<Writing, 'conflicts'>): readonly Conflict[] =>
  conflicts.filter((it) => !followsAnother(it, conflicts));

export type Choice = 'mine' | 'theirs' | 'both';
/** Somebody chose between two texts. `both` puts one after the other, theirs first; of anything but text it is mine. */
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

/** Two texts as one; where one holds the other, it says everything. */
export function joined(first: string, second: string): string {
  if (first.includes(second)) return first;
  if (second.includes(first)) return second;
  return `${first.trimEnd()} ${second.trimStart()}`;
}

/** What the server knows comes in over what is mine, compared with what both had seen. */
function bringIn(writing: Writing, before: Draft, known: Known): Writing {
  // What was sent without an answer has arrived, and nobody has written since: it is what both have seen.
  const base = writing.unsure.find((draft) => isSame(draft, known.draft)) ?? before;
  const { draft, conflicts } = mergeDrafts(base, writing.mine, known.draft);
  const isOwnText = ({ at, theirs }: DraftConflict) =>
    writing.unsure.some((sent) => isSame(valueAt(sent, at) ?? null, theirs ?? null));
  // One's own text stays on the screen in a conflict: somebody may be writing in that very field.
  const mine = conflicts.reduce((merged, { at, mine: my }) => withValueAt(merged, at, my), draft);
  const fresh = conflicts
    .filter((it) => !isOwnText(it))
    .map(({ at, theirs }) => ({ at, theirs, by: known.savedBy ?? null }));
  const older = writing.conflicts
    .filter(({ at }) => !conflicts.some((it) => it.at === at))
    .map((it) => ({ ...it, theirs: valueAt(known.draft, it.at) ?? null }));
  return { ...writing, known, mine, conflicts: [...older, ...fresh] };
}

/** Conflicts that are none any more are gone: both say the same, or the row they stood in is itself in conflict or gone. */
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
