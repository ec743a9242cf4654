import type { Definition } from '../figures.js';

export type Breakdown = Definition['by'][number];

/** A figure to publish, and what it is divided by. */
export interface Chosen {
  readonly indicator: number;
  readonly by: Breakdown | null;
}

/** The choice as the API reads it: `2,7:unit`. */
export const addressOf = (chosen: readonly Chosen[]): string =>
  chosen.map(({ indicator, by }) => (by === null ? String(indicator) : `${indicator}:${by}`)).join(',');

/** The choice with the figure chosen, divided otherwise, or left out (`undefined`); in the order of their numbers. */
export function withChoice(
  chosen: readonly Chosen[],
  indicator: number,
  by: Breakdown | null | undefined,
): readonly Chosen[] {
  const others = chosen.filter((it) => it.indicator !== indicator);
  return by === undefined ? others : [...others, { indicator, by }].toSorted((a, b) => a.indicator - b.indicator);
}
