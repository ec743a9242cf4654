/**
 * Whether a figure about these children may be answered beside published ones: the two sets are equal, or neither has
 * some, but fewer than k, that the other lacks. For filters and as-of moments that somebody chooses.
 */
export function mayStandBeside(
  asked: ReadonlySet<string>,
  published: readonly ReadonlySet<string>[],
  k: number,
): boolean {
  const onlyIn = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].filter((it) => !other.has(it)).length;
  const isSafe = (count: number) => count === 0 || count >= k;
  return published.every((other) => isSafe(onlyIn(asked, other)) && isSafe(onlyIn(other, asked)));
}
