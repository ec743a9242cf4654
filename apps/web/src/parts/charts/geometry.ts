// Pure geometry of charts, in per cent of the room they get: a chart has no width of its own, so nothing jumps and
// nothing is measured when the window changes.

/** From 0 to a round number at or above the greatest value, with the places of its lines. */
export interface Axis {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** A step of 1, 2, 5 or 10 (20, 50 …), the one that parts the axis most nearly into as many as are wanted: in equal ratios. */
const STEPS = [
  { step: 1, upTo: Math.sqrt(2) },
  { step: 2, upTo: Math.sqrt(10) },
  { step: 5, upTo: Math.sqrt(50) },
] as const;
function roundStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  return (STEPS.find(({ upTo }) => about / power < upTo)?.step ?? 10) * power;
}

/** An axis for counts: whole numbers only, at least one of them. */
export function countAxis(values: readonly number[], tickCount = 4): Axis {
  const greatest = Math.max(1, ...values);
  const step = Math.max(1, roundStep(greatest / tickCount));
  const count = Math.ceil(greatest / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** How far along the axis a value lies, 0 to 100. */
export const percentOf = (value: number, max: number): number =>
  max <= 0 ? 0 : Math.min(100, Math.max(0, (value / max) * 100));

/** A part of a bar, in per cent of the longest bar there is room for. */
export interface Segment {
  readonly x: number;
  readonly width: number;
}
/** Values beside each other along one bar, in their order; one of nothing has no width and keeps its place. */
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
  /** Down from the top, as SVG has it. */
  readonly y: number;
}
/** Values at even distances from left to right; a single one stands in the middle. */
export const pointsOf = (values: readonly number[], max: number): readonly Point[] =>
  values.map((value, i) => ({ x: columnOf(i, values.length), y: 100 - percentOf(value, max) }));

/** Where the column `i` of `count` lies, 0 to 100. */
export const columnOf = (i: number, count: number): number => (count <= 1 ? 50 : (i / (count - 1)) * 100);

/** The path through the points; empty where there are none. */
export const linePath = (points: readonly Point[]): string =>
  points.length === 0 ? '' : `M${points.map(({ x, y }) => `${x},${y}`).join('L')}`;
/** The path around what lies below the points. */
export const areaPath = (points: readonly Point[]): string =>
  points.length === 0 ? '' : `${linePath([...points, ...points.toReversed().map(({ x }) => ({ x, y: 100 }))])}Z`;
