import { isSame } from '#platform/kernel/plain';
import { mergeOrder } from './merge-order.js';
import type { DraftAction } from './protocol-draft.js';

type Contributors = DraftAction['contributors'];
type Resources = DraftAction['resources'];

/**
 * Merges contributors that two people changed: additions by either are kept, removals by either applied. Never a
 * conflict.
 */
export function mergeContributors(base: unknown, mine: unknown, theirs: unknown): { readonly merged: unknown } {
  const of = (list: unknown) => new Map(((list ?? []) as Contributors).map((it) => [idOf(it), it]));
  const [was, my, their] = [of(base), of(mine), of(theirs)];
  const kept = mergeOrder([...was.keys()], [...my.keys()], [...their.keys()]).filter(
    (id) => (my.has(id) && their.has(id)) || !was.has(id),
  );
  return { merged: kept.map((id) => my.get(id) ?? their.get(id)) };
}
const idOf = ({ personId, serviceId }: Contributors[number]) => `${personId ?? ''} ${serviceId ?? ''}`;

/** Kroner and hours, merged separately; undefined when both sides changed the same one differently and must choose. */
export function mergeResources(
  base: unknown,
  mine: unknown,
  theirs: unknown,
): { readonly merged: unknown } | undefined {
  const [was, my, their] = [base, mine, theirs].map((it) => (it as Resources | undefined) ?? NONE);
  if (isSame(mine, theirs) || isSame(theirs, base)) return { merged: mine };
  if (isSame(mine, base)) return { merged: theirs };
  const merged: Record<string, number | null> = {};
  for (const part of ['nok', 'hours'] as const) {
    const [before, one, other] = [was![part], my![part], their![part]];
    if (one !== other && one !== before && other !== before) return undefined;
    merged[part] = one === before ? other : one;
  }
  return { merged: isSame(merged, NONE) ? null : merged };
}
const NONE = { nok: null, hours: null } as const;
