import {
  isAnyUnitObligedIn,
  periodOf,
  type CaseFilter,
  type FigurePart,
  type Indicator,
  type KnownFacts,
} from '../../contract/index.js';
import { baselineIn, improvementOf, type Improvement, type SeriesPoint, type ValueRange } from './series.js';

/**
 * The parts of a figure divided by time as points of a series. A part without anything to compute it from is no point,
 * nor is a month in which none of the units was obliged to meet, such as July, or a month before they began.
 */
export const pointsOfParts = (
  facts: KnownFacts,
  parts: readonly FigurePart[],
  { unitIds }: CaseFilter,
): readonly SeriesPoint[] =>
  parts.flatMap(({ key, cases, figure: { value } }) => {
    const period = periodOf(key)!;
    return value === null || !isAnyUnitObligedIn(facts, period, unitIds)
      ? []
      : [{ key, value, cases: cases.length, isFinished: period.to < facts.today }];
  });

/** Points of the same series that are earlier than those of a question, oldest first. */
export interface EarlierPoints {
  /** The first finished ones of the whole history, at most twelve. */
  readonly first: readonly SeriesPoint[];
  /** Those directly before the question's, which are needed to find the signals of its first ones. */
  readonly leading: readonly SeriesPoint[];
}
export const NOTHING_EARLIER: EarlierPoints = { first: [], leading: [] };

/** Word, limits and signals of a question's points, measured by the first twelve of the whole history (ADR 0308). */
export function improvementOfPoints(
  { better, unit }: Pick<Indicator, 'better' | 'unit'>,
  own: readonly SeriesPoint[],
  { first, leading }: EarlierPoints = NOTHING_EARLIER,
): Improvement {
  const all = improvementOf([...leading, ...own], better, RANGES[unit] ?? COUNTED, baselineIn([...first, ...own]));
  return { ...all, points: all.points.slice(leading.length) };
}

const COUNTED: ValueRange = { least: 0, greatest: Infinity };
const RANGES: Partial<Record<Indicator['unit'], ValueRange>> = { 'per-cent': { least: 0, greatest: 100 } };
