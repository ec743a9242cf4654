/** The revisions that changes from this window have made, by the thing and the revision that each was made on. */
const made = new Map<string, string>();
/** So many changes are remembered; a page is read anew long before that. */
const MOST = 200;

/** Remembers that a change of ours brought a thing from one revision to another. */
export function rememberOwnChange(id: string, from: string, to: string): void {
  if (from === to) return;
  made.set(`${id}@${from}`, to);
  const [oldest] = made.keys();
  if (made.size > MOST && oldest !== undefined) made.delete(oldest);
}

/**
 * The revision of a thing after what its user has done to it since they saw `revision`: one who answers twice in a row,
 * before the page has been read anew, has seen their own change.
 */
export function afterOwnChanges(id: string, revision: string): string {
  const passed = new Set<string>();
  let at = revision;
  for (let next = made.get(`${id}@${at}`); next !== undefined && !passed.has(next); next = made.get(`${id}@${at}`)) {
    passed.add(next);
    at = next;
  }
  return at;
}
