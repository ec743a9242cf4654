/** Revisions resulting from this window's changes, by item and the revision that each change was based on. */
const made = new Map<string, string>();
/** Most changes stored; a page is reloaded long before that. */
const MOST = 200;

/** Stores that our own change took an item from one revision to another. */
export function rememberOwnChange(id: string, from: string, to: string): void {
  if (from === to) return;
  made.set(`${id}@${from}`, to);
  const [oldest] = made.keys();
  if (made.size > MOST && oldest !== undefined) made.delete(oldest);
}

/**
 * The revision of an item after the user's own changes since `revision`: a user who answers twice in a row, before the
 * page is refreshed, has seen their own change.
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
