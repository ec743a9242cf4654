import { isFew } from './small-numbers.js';

/** How many times each child, or each meeting, is counted, by its id. */
export type Counted = ReadonlyMap<string, number>;

/**
 * Whether a figure that counts these may be answered beside published ones: none counts a few more, fewer than k, than
 * another does. For filters and as-of moments that somebody chooses.
 */
export function mayStandBeside(asked: Counted, published: readonly Counted[], k: number): boolean {
  const more = (one: Counted, other: Counted) =>
    [...one].reduce((sum, [id, times]) => sum + Math.max(0, times - (other.get(id) ?? 0)), 0);
  const isSafe = (count: number) => !isFew(count, k);
  return published.every((other) => isSafe(more(asked, other)) && isSafe(more(other, asked)));
}
