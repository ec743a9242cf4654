import { INDICATORS, type Breakdown, type Indicator } from '#statistics/contract';
import type { Random } from './random.js';

/** The seed of the fifty random questions. */
export const QUESTIONS_SEED = 50;

/** One question to the statistics. */
export interface Question {
  readonly indicator: Indicator;
  readonly period: string;
  readonly by: Breakdown | undefined;
  readonly unit: string | undefined;
  readonly asOf: Date | undefined;
}

const PERIODS = ['2025-2026', '2026-2027', '2025-2027', '2025H2', '2026H1', '2026-02', '2026-09', '2026-11'];

/** A question about these units, in school years 2025/26 and 2026/27 until 14 November 2026. */
export function randomQuestion(random: Random, units: readonly string[]): Question {
  const indicator = random.pick(INDICATORS);
  return {
    indicator,
    period: random.pick(PERIODS),
    by: random.chance(0.6) ? random.pick(indicator.by) : undefined,
    unit: random.chance(0.3) ? random.pick(units) : undefined,
    asOf: random.chance(0.6) ? new Date(Date.UTC(2025, 8, random.between(1, 440), random.between(0, 23))) : undefined,
  };
}
