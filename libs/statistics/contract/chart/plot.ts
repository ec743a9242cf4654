import type { ChartPoint } from './points.js';

// Pure geometry in per cent of the chart's space: it has no width of its own, so nothing is measured.

export interface Place {
  readonly x: number;
  /** From the top down, as in SVG. */
  readonly y: number;
}
export interface Dot<P extends ChartPoint = ChartPoint> extends Place {
  readonly point: P;
}
export interface Plot<P extends ChartPoint = ChartPoint> {
  readonly dots: readonly Dot<P>[];
  /** Neighbouring months, which the line connects; it is interrupted where months are left out. */
  readonly pieces: readonly (readonly Dot<P>[])[];
  /** The piece that leads to the point that is not finished. */
  readonly ahead: readonly Dot<P>[];
  readonly mean: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** The twelve points that the limits are made of, as far as they are shown. */
  readonly baseline: { readonly x: number; readonly width: number } | undefined;
  /** The place between two points at which another version of the definition begins, if one does. */
  readonly change: number | undefined;
  /** Round values with their height. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}
export interface Lines {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Width of the interruption between two points that are no neighbours, in widths of a point. */
const GAP = 0.7;
/** Space above the highest and below the lowest, of the height between them. */
const MARGIN = 0.12;

/** A definition, as far as a chart shows it. */
export interface DefinedSince {
  readonly version: number;
  /** The day from which the version is used. */
  readonly since: string;
}

/**
 * Places of points and lines. The axis begins where the values do, not at 0. `definition`: its second and later
 * versions are marked at the month in which they began.
 */
export function plotOf<P extends ChartPoint>(
  points: readonly P[],
  { mean, lower, upper }: Lines,
  definition?: DefinedSince,
): Plot<P> {
  const slots = slotsOf(points);
  const width = (slots.at(-1) ?? 0) + 1;
  const values = [...points.map(({ value }) => value), ...[mean, lower, upper].filter((it) => it !== null)];
  const [least, greatest] = rangeOf(values);
  const y = (value: number) => (100 * (greatest - value)) / (greatest - least);
  const x = (slot: number) => (100 * (slot + 0.5)) / width;
  const dots = points.map((point, i): Dot<P> => ({ point, x: x(slots[i]!), y: y(point.value) }));
  const pieces: Dot<P>[][] = [];
  const ahead: Dot<P>[] = [];
  for (const [i, dot] of dots.entries()) {
    const isNeighbour = i > 0 && slots[i]! - slots[i - 1]! === 1;
    if (!dot.point.isFinished) {
      if (isNeighbour) ahead.push(dots[i - 1]!, dot);
    } else if (isNeighbour && pieces.length > 0) pieces.at(-1)!.push(dot);
    else pieces.push([dot]);
  }
  const lastOfBaseline = points.findLastIndex(({ isBaseline }) => isBaseline);
  return {
    dots,
    pieces,
    ahead,
    mean: mean === null ? undefined : y(mean),
    lower: lower === null ? undefined : y(lower),
    upper: upper === null ? undefined : y(upper),
    baseline: lastOfBaseline < 0 ? undefined : { x: 0, width: (100 * (slots[lastOfBaseline]! + 1)) / width },
    change: changeIn(dots, definition),
    ticks: ticksBetween(least, greatest).map((value) => ({ value, y: y(value) })),
  };
}

/**
 * Half way to the first point of the month in which the version began; undefined of a first version, and outside the
 * points.
 */
function changeIn(dots: readonly Dot[], definition: DefinedSince | undefined): number | undefined {
  if (!definition || definition.version === 1) return undefined;
  const place = dots.findIndex(({ point }) => point.key >= definition.since.slice(0, 'YYYY-MM'.length));
  return place > 0 ? (dots[place - 1]!.x + dots[place]!.x) / 2 : undefined;
}

/** Places of the points from left to right, in widths of a point. */
function slotsOf(points: readonly ChartPoint[]): readonly number[] {
  const slots: number[] = [];
  for (const [i, { key }] of points.entries())
    slots.push(i === 0 ? 0 : slots[i - 1]! + (monthsBetween(points[i - 1]!.key, key) === 1 ? 1 : 1 + GAP));
  return slots;
}

const monthsBetween = (from: string, to: string) =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5)) - Number(from.slice(5));

function rangeOf(values: readonly number[]): readonly [number, number] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const margin = (greatest - least || Math.abs(greatest) || 1) * MARGIN;
  return [least - margin, greatest + margin];
}

/** Three to six round values. */
function ticksBetween(least: number, greatest: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].find((it) => (greatest - least) / it <= 6);
  if (step === undefined) return [];
  const first = Math.ceil(Math.max(0, least) / step) * step;
  return Array.from({ length: 7 }, (_, i) => first + i * step).filter((value) => value <= greatest);
}

/**
 * Heights of the labels of the limits, at least `distance` from that of the mean, so that they do not overlap. The
 * lines themselves stay where they are.
 */
export const labelsOf = (
  { mean, lower, upper }: Pick<Plot, 'mean' | 'lower' | 'upper'>,
  distance: number,
): Pick<Plot, 'mean' | 'lower' | 'upper'> => ({
  mean,
  upper: upper === undefined || mean === undefined ? upper : Math.min(upper, mean - distance),
  lower: lower === undefined || mean === undefined ? lower : Math.max(lower, mean + distance),
});

/** The last points of a narrow chart. */
export const lastOf = <P extends ChartPoint>(points: readonly P[], isNarrow: boolean): readonly P[] =>
  isNarrow ? points.slice(-12) : points;
