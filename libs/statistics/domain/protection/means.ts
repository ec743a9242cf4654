/**
 * For cumulated counts that a mean or median is made of, in order of time: whether each is shown. It needs k values, and k
 * more (or none more) than every earlier one that is shown: otherwise the difference would tell the new values.
 */
export function shownMeans(counts: readonly number[], k: number): readonly boolean[] {
  const shown: number[] = [];
  return counts.map((count) => {
    const isShown = count >= k && shown.every((earlier) => count === earlier || Math.abs(count - earlier) >= k);
    if (isShown) shown.push(count);
    return isShown;
  });
}
