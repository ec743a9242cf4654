/**
 * True if two plain values (no classes, no cycles) are equal, whatever the order of their keys. Folds compare facts by it
 * for every event, so that it makes no lists of entries.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b);
  if (Array.isArray(b)) return false;
  const mine = a as Record<string, unknown>;
  const theirs = b as Record<string, unknown>;
  const keys = Object.keys(mine);
  if (keys.length !== Object.keys(theirs).length) return false;
  for (const key of keys) if (!isSame(mine[key], theirs[key]) || !Object.hasOwn(theirs, key)) return false;
  return true;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!isSame(a[i], b[i])) return false;
  return true;
}
