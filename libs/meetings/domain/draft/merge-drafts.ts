import { isSame } from '#platform/kernel/plain';
import { mergeContributors, mergeResources } from './merge-parts.js';
import { mergeOrder } from './merge-order.js';
import type { ProtocolDraft } from './protocol-draft.js';

/** A field that two people changed differently since their common version; `at` names list items by their id. */
export interface DraftConflict {
  /** `place`, `matters.<matterId>.heading`, or `actions.<actionId>` when one removed an item that the other changed. */
  readonly at: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}
export interface Merged<D = ProtocolDraft> {
  /** The merged draft; conflicting fields have the value of `theirs`. */
  readonly draft: D;
  readonly conflicts: readonly DraftConflict[];
}

/** The lists of a draft and the id field of their items. */
const LISTS = {
  participants: 'personId',
  earlierActions: 'actionId',
  matters: 'matterId',
  actions: 'actionId',
} as const;
type ListName = keyof typeof LISTS;

type Fields = Readonly<Record<string, unknown>>;
/** A draft in the server's or the page's type, with lists of items with ids. */
export type Mergeable = { readonly [L in ListName]: readonly object[] };
type Note = (conflict: DraftConflict) => void;

/**
 * Merges the changes of two people since `base`, field by field. A field changed by one takes that change; an equal
 * change by both is no conflict. Pure and symmetrical: swapping `mine` and `theirs` gives the same draft, except for
 * conflicting fields. Nothing is lost: a conflict contains both texts.
 */
export function mergeDrafts<D extends Mergeable = ProtocolDraft>(base: D, mine: D, theirs: D): Merged<D> {
  const conflicts: DraftConflict[] = [];
  const note: Note = (conflict) => conflicts.push(conflict);
  const merged: Record<string, unknown> = {};
  for (const field of Object.keys(mine) as (keyof D & string)[])
    merged[field] = isList(field)
      ? mergeList(field, itemsOf(base, field), itemsOf(mine, field), itemsOf(theirs, field), note)
      : mergeValue(field, base[field], mine[field], theirs[field], note);
  return { draft: merged as D, conflicts };
}

const itemsOf = (draft: Mergeable, list: ListName) => draft[list] as readonly Fields[];
const isList = (field: string): field is ListName => Object.hasOwn(LISTS, field);

function mergeValue(at: string, base: unknown, mine: unknown, theirs: unknown, note: Note): unknown {
  if (isSame(mine, theirs) || isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  note({ at, base: base ?? null, mine, theirs });
  return theirs;
}

function mergeList(
  name: ListName,
  base: readonly Fields[],
  mine: readonly Fields[],
  theirs: readonly Fields[],
  note: Note,
): unknown[] {
  const key = LISTS[name];
  const of = (list: readonly Fields[]) => new Map(list.map((item) => [String(item[key]), item]));
  const [was, my, their] = [of(base), of(mine), of(theirs)];
  return mergeOrder([...was.keys()], [...my.keys()], [...their.keys()]).flatMap((id) => {
    const item = mergeItem(`${name}.${id}`, was.get(id), my.get(id), their.get(id), note);
    return item === undefined ? [] : [item];
  });
}

function mergeItem(
  at: string,
  base: Fields | undefined,
  mine: Fields | undefined,
  theirs: Fields | undefined,
  note: Note,
): Fields | undefined {
  if (mine === undefined || theirs === undefined) {
    const kept = mine ?? theirs;
    // Added by one, or removed by both.
    if (base === undefined || kept === undefined) return kept;
    // Removed by one: gone if the other left it unchanged, otherwise kept as a conflict for the two to resolve.
    if (isSame(kept, base)) return undefined;
    note({ at, base, mine: mine ?? null, theirs: theirs ?? null });
    return kept;
  }
  // A matter changed to another kind has other fields, so it is taken as a whole.
  if (mine.kind !== theirs.kind) return mergeValue(at, base, mine, theirs, note) as Fields;
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((field) => {
    const parts = PARTS.get(field)?.(base?.[field], mine[field], theirs[field]);
    return [
      field,
      parts ? parts.merged : mergeValue(`${at}.${field}`, base?.[field], mine[field], theirs[field], note),
    ];
  });
  return Object.fromEntries(fields) as Fields;
}

/** Fields of a row with parts that two people can change at once without a conflict. */
const PARTS: ReadonlyMap<string, MergeParts> = new Map<string, MergeParts>(
  Object.entries({
    contributors: mergeContributors,
    resources: mergeResources,
  }),
);
type MergeParts = (base: unknown, mine: unknown, theirs: unknown) => { readonly merged: unknown } | undefined;
