import { isSame } from '#platform/kernel/plain';

/**
 * Every id of either list, in the order of the side that changed it; when both did, in an order independent of which
 * side comes first.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  if (isSame(mine, theirs) || isSame(theirs, base)) return union(mine, [...theirs, ...base]);
  if (isSame(mine, base)) return union(theirs, [...mine, ...base]);
  const [first, second] = [mine, theirs].toSorted((a, b) => (a.join() < b.join() ? -1 : 1)) as [string[], string[]];
  return union(first, [...second, ...base]);
}
const union = (first: readonly string[], rest: readonly string[]) => [...new Set([...first, ...rest])];
