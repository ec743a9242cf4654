import type { CountedFigure, FigurePart } from '../../contract/index.js';

/** Figures of one period, undivided, by the number of the indicator. */
export type Wholes = ReadonlyMap<number, CountedFigure>;

/** Figures of one period and one division, before anything is hidden. */
export interface DividedFigures {
  readonly wholes: Wholes;
  /** By the number of the indicator; only those that may be divided so. */
  readonly parts: ReadonlyMap<number, readonly FigurePart[]>;
  /** Parts that are about one employee. */
  readonly few: ReadonlySet<string>;
}
