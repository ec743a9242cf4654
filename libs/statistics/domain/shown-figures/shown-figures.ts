import type { Figure } from '../../contract/index.js';

/**
 * Why a figure is absent: `small-numbers`, `unproven` (no pattern of its table could be proven safe), `not-final` (the
 * period can still change, so that the next answer would tell what came in between), `not-divided` (together with other
 * answers, this division of this period could tell single children), `too-close` (it differs from a published one by a few
 * children), `one-employee` (narrowed so far that it would be about one employee).
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

/** Quartiles are values of single children; asides are further counts, which no table protects. */
export const withoutSingleValues = (figure: Figure): Figure => ({ ...figure, spread: null, asides: [] });
