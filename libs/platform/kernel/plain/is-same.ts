/**
 * True if two plain values (no classes, no cycles) are equal, whatever the order of their keys. Folds compare facts by it
 * for every event, so that it makes no lists of entries.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(mine);
  if (keys.length !== Object.keys(theirs).length) return false;
  for (const key of keys) if (!Object.hasOwn(theirs, key) || !isSame(mine[key], theirs[key])) return false;
  return true;
}
