import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';

// Pure geometry of charts, in per cent of their space: a chart has no width of its own, so nothing moves and
// nothing is measured when the window changes.

/** From 0 to a round number at or above the greatest value, with the positions of its lines. */
export interface Axis {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** An axis for counts: whole numbers only, at least one of them. */
export function countAxis(values: readonly number[], tickCount = 4): Axis {
  const greatest = Math.max(1, ...values);
  const scale = scaleLinear().domain([0, greatest]).nice(tickCount);
  const max = Math.ceil(scale.domain()[1]!);
  return { max, ticks: scale.domain([0, max]).ticks(tickCount).filter(Number.isInteger) };
}

/** Position of a value on the axis, 0 to 100. */
export const percentOf = (value: number, max: number): number =>
  max <= 0 ? 0 : Math.min(100, Math.max(0, (value / max) * 100));

/** A part of a bar, in per cent of the full width. */
export interface Segment {
  readonly x: number;
  readonly width: number;
}
/** Values as adjacent segments of one bar, in order; a zero has no width and keeps its position. */
export function segments(values: readonly number[], max: number): readonly Segment[] {
  let x = 0;
  return values.map((value) => {
    const segment = { x, width: percentOf(value, max) };
    x += segment.width;
    return segment;
  });
}

export interface Point {
  readonly x: number;
  /** From the top down, as in SVG. */
  readonly y: number;
}
/** Values at equal distances from left to right; a single one is in the middle. */
export const pointsOf = (values: readonly number[], max: number): readonly Point[] =>
  values.map((value, i) => ({ x: columnOf(i, values.length), y: 100 - percentOf(value, max) }));

/** Position of column `i` of `count`, 0 to 100. */
export const columnOf = (i: number, count: number): number => (count <= 1 ? 50 : (i / (count - 1)) * 100);

const drawLine = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
);
const drawArea = area<Point>(
  ({ x }) => x,
  100,
  ({ y }) => y,
);
/** The path through the points; empty without any. */
export const linePath = (points: readonly Point[]): string => drawLine(points) ?? '';
/** The path around the area below the points. */
export const areaPath = (points: readonly Point[]): string => drawArea(points) ?? '';
