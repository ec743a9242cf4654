import { INDICATORS, type Breakdown, type Indicator } from '#statistics/contract';
import type { Random } from './random.js';

/** The seed of the fifty random questions. */
export const QUESTIONS_SEED = 50;

/** The names of the filters. */
export const FILTERS = ['unit', 'kind', 'area', 'service'] as const;
/** The values of the filters of a question, by the name of the filter. */
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;
/** Values that each filter may have in a municipality; none for a filter that is left out of the questions. */
export type Filterable = Readonly<Record<(typeof FILTERS)[number], readonly string[]>>;

/** One question to the statistics. */
export interface Question {
  readonly indicator: Indicator;
  readonly period: string;
  readonly by: Breakdown | undefined;
  readonly filters: Filters;
  readonly asOf: Date | undefined;
}

const PERIODS = ['2025-2026', '2026-2027', '2025-2027', '2025H2', '2026H1', '2026-02', '2026-09', '2026-11'];
/** Filters that limit the units. */
const OF_UNITS = [['unit'], ['kind'], ['area'], ['kind', 'area'], [], []] as const;

/** A question in school years 2025/26 and 2026/27 until 14 November 2026. Only figures of services have that filter. */
export function randomQuestion(random: Random, filterable: Filterable): Question {
  const indicator = random.pick(INDICATORS);
  const period = random.pick(PERIODS);
  const by = random.chance(0.6) ? random.pick(indicator.by) : undefined;
  const asOf = random.chance(0.6)
    ? new Date(Date.UTC(2025, 8, random.between(1, 440), random.between(0, 23)))
    : undefined;
  const isOfService = random.chance(0.5) && indicator.by.includes('service');
  const names = [...random.pick(OF_UNITS), ...(isOfService ? (['service'] as const) : [])];
  const chosen = names.flatMap((name) =>
    filterable[name].length === 0 ? [] : [[name, random.pick(filterable[name])] as const],
  );
  return { indicator, period, by, filters: Object.fromEntries(chosen), asOf };
}
