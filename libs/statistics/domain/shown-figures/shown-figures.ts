import {
  listTable,
  rememberingProtection,
  twoWayTable,
  type Overlap,
  type ShownCell,
  type Table,
} from '../protection/index.js';
import { casesInside, type CountedFigure, type Figure, type FigurePart, type Indicator } from '../../contract/index.js';

/**
 * Why a figure is absent: `small-numbers`, `unproven` (no pattern of its table could be proven safe), `not-final` (the
 * period can still change, so that the next answer would tell what came in between), `not-divided` (together with other
 * answers, this division of this period could tell single children), `too-close` (it differs from a published one by a few
 * children), `one-employee` (narrowed to a service with so few
 * members that it would be about one of them).
 */
export const ABSENT_REASONS = [
  'small-numbers',
  'unproven',
  'not-final',
  'not-divided',
  'too-close',
  'one-employee',
] as const;
export type AbsentReason = (typeof ABSENT_REASONS)[number];
export interface AbsentFigure {
  readonly hidden: AbsentReason;
}
/** A figure as a reader may see it. A hidden one is absent: it has nothing but the reason. */
export type ShownFigure = Figure | AbsentFigure;

export interface ShownFigures {
  readonly whole: ShownFigure;
  readonly parts: readonly { readonly key: string; readonly figure: ShownFigure }[] | null;
}

/** Smallest number that is shown (workflow § 3.7 a): of the municipality, and of a part of it. */
export interface Thresholds {
  readonly whole: number;
  readonly part: number;
}

const protect = rememberingProtection(500);
const SMALL_NUMBERS: AbsentFigure = { hidden: 'small-numbers' };

/**
 * A figure about children and its parts, as a reader with these thresholds may see them. The whole is either shown in
 * every division or hidden in every one, so that no two divisions of one period tell it together.
 */
export function shownFigures(
  { measure, asides }: Pick<Indicator, 'measure' | 'asides'>,
  { figure, cases: all }: CountedFigure,
  parts: readonly FigurePart[] | null,
  { whole: k, part: kOfParts }: Thresholds,
): ShownFigures {
  const cases = casesInside({ asides }, all);
  const withRest = measure === 'share' || measure === 'share-of-amount';
  const count = countsOf(cases, withRest);
  if (count.some((number) => number < k && (number > 0 || cases.length < 2 * k)))
    return { whole: SMALL_NUMBERS, parts: parts?.map(({ key }) => ({ key, figure: SMALL_NUMBERS })) ?? null };
  const whole = withoutSingleValues(figure);
  if (!parts) return { whole, parts: null };
  const rows = parts.map((part) => countsOf(casesInside({ asides }, part.cases), withRest));
  const { cells } = protect(tableOf(rows, count), kOfParts);
  return {
    whole,
    parts: parts.map(({ key, figure: own }, row) => {
      const hidden = cellsOf(row, rows.length, withRest).flatMap((cell) => reasonOf(cells[cell]!));
      const isFew = rows[row]!.reduce((sum, number) => sum + number, 0) < kOfParts;
      return { key, figure: hidden[0] ?? (isFew ? SMALL_NUMBERS : withoutSingleValues(own)) };
    }),
  };
}

/** Those that count and the rest, of a share; otherwise how many there are. */
const countsOf = (cases: CountedFigure['cases'], withRest: boolean): readonly number[] => {
  const counting = cases.filter(({ counts }) => counts).length;
  return withRest ? [counting, cases.length - counting] : [cases.length];
};

/** Quartiles are values of single children; asides are further counts, which no table protects. */
const withoutSingleValues = (figure: Figure): Figure => ({ ...figure, spread: null, asides: [] });

/**
 * The parts with their totals, which are shown already. Children of a joint meeting are in several parts: each column's
 * overlap is what its parts have more than the whole.
 */
function tableOf(rows: readonly (readonly number[])[], whole: readonly number[]): Table {
  const overlaps = whole.map((number, column) =>
    overlapOf(
      rows.map((row) => row[column]!),
      number,
    ),
  );
  const hasOverlap = overlaps.some(({ value }) => value > 0);
  const total = { display: 'shown' } as const;
  if (whole.length === 1)
    return listTable(
      rows.map(([number]) => number!),
      { total, ...(hasOverlap && { overlap: overlaps[0]! }) },
    );
  return twoWayTable(rows, { columnTotal: () => total, total, ...(hasOverlap && { overlaps }) });
}

function overlapOf(numbers: readonly number[], whole: number): Overlap {
  const sum = numbers.reduce((a, b) => a + b, 0);
  return { value: sum - whole, atMost: sum - Math.max(0, ...numbers) };
}

/** The cells of a row: its inner numbers, and its total where there is one. */
const cellsOf = (row: number, height: number, withRest: boolean): readonly number[] =>
  withRest ? [2 * row, 2 * row + 1, 2 * height + row] : [row];

const reasonOf = (cell: ShownCell): readonly AbsentFigure[] => ('hidden' in cell ? [{ hidden: cell.hidden }] : []);
