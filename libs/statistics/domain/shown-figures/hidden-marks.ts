import type { CountedFigure, FigurePart, Indicator } from '../../contract/index.js';
import { tellsOfFew, toldBy } from './counts.js';
import type { ShownFigure, ShownFigures, Thresholds } from './shown-figures.js';

export const HIDDEN_MARKS = ['few', 'would-tell'] as const;
/** `few`: it is itself too small to be shown; `would-tell`: with what is shown, it would tell one that is. */
export type HiddenMark = (typeof HIDDEN_MARKS)[number];

export interface MarkedFigure {
  /** Of the part; null: the whole. */
  readonly key: string | null;
  readonly mark: HiddenMark;
}

/**
 * A mark for each figure that is hidden for small numbers. Only for those who may see the numbers: readers who knew which
 * ones are small could compute them (§ 3.7 e).
 */
export function marksOf(
  indicator: Indicator,
  { whole, parts }: ShownFigures,
  counted: { readonly whole: CountedFigure; readonly parts: readonly FigurePart[] },
  thresholds: Thresholds,
): readonly MarkedFigure[] {
  const marked = (
    key: string | null,
    figure: ShownFigure,
    of: CountedFigure | undefined,
    k: number,
  ): MarkedFigure[] => {
    if (!('hidden' in figure) || figure.hidden !== 'small-numbers') return [];
    const isSmall = of !== undefined && tellsOfFew(toldBy(indicator, of), indicator.measure, k);
    return [{ key, mark: isSmall ? 'few' : 'would-tell' }];
  };
  return [
    ...marked(null, whole, counted.whole, thresholds.whole),
    ...(parts ?? []).flatMap(({ key, figure }) =>
      marked(
        key,
        figure,
        counted.parts.find((part) => part.key === key),
        thresholds.part,
      ),
    ),
  ];
}
