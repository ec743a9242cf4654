import {
  isAnyUnitObligedIn,
  periodOf,
  type FigurePart,
  type Indicator,
  type KnownFacts,
} from '../../contract/index.js';
import { improvementOf, type Improvement, type ValueRange } from '../../domain/improvement/index.js';

/**
 * Word, limits and signals of a figure that is divided by time. A part without anything to compute it from is no point,
 * nor is a month in which no unit was obliged to meet, such as July.
 */
export function improvementOfParts(
  { better, unit }: Indicator,
  facts: KnownFacts,
  parts: readonly FigurePart[],
): Improvement {
  const points = parts.flatMap(({ key, cases, figure: { value } }) => {
    const period = periodOf(key)!;
    if (value === null || !isAnyUnitObligedIn(facts, period)) return [];
    return [{ key, value, cases: cases.length, isFinished: period.to < facts.today }];
  });
  return improvementOf(points, better, RANGES[unit] ?? COUNTED);
}

const COUNTED: ValueRange = { least: 0, greatest: Infinity };
const RANGES: Partial<Record<Indicator['unit'], ValueRange>> = { 'per-cent': { least: 0, greatest: 100 } };
