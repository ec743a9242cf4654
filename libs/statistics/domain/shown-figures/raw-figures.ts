import {
  dividedFigure,
  wholeFigure,
  type Breakdown,
  type CaseFilter,
  type CountedFigure,
  type Figure,
  type FigurePart,
  type Indicator,
  type KnownFacts,
  type Period,
  type SubjectKind,
} from '../../contract/index.js';

/** A figure as it is, before anything is hidden. */
export interface RawFigures {
  readonly whole: Figure;
  /** Null where it is not divided. */
  readonly parts: readonly { readonly key: string; readonly figure: Figure }[] | null;
  /** The kind of case that the denominator counts; null without cases. */
  readonly subject: SubjectKind | null;
}

/** The figure of a period, whole and divided; `counted`: the same with their cases. */
export function rawFigures(
  indicator: Indicator,
  facts: KnownFacts,
  period: Period,
  by: Breakdown | undefined,
  filter: CaseFilter = {},
): {
  readonly raw: RawFigures;
  readonly counted: { readonly whole: CountedFigure; readonly parts: readonly FigurePart[] };
} {
  const whole = wholeFigure(indicator, facts, period, filter);
  const divided = by === undefined ? [] : dividedFigure(indicator, facts, period, by, filter);
  const parts = by === undefined ? null : divided.map(({ key, figure }) => ({ key, figure }));
  return {
    raw: { whole: whole.figure, parts, subject: whole.cases[0]?.subject.kind ?? null },
    counted: { whole, parts: divided },
  };
}
