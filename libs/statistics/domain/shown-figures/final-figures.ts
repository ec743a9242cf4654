import {
  dividedFigure,
  INDICATORS,
  wholeFigure,
  type Breakdown,
  type KnownFacts,
  type Period,
  type SubjectKind,
} from '../../contract/index.js';
import { isOfTheEnd } from './counted-lists.js';
import type { DividedFigures, Wholes } from './divided-figures.js';
import { isAboutChildren } from './final-periods.js';
import { withoutSingleValues, type ShownFigures, type Thresholds } from './shown-figures.js';
import { PartsRule } from './shown-parts.js';
import { hiddenWholes } from './shown-wholes.js';
import { servicesOfOne } from './single-employees.js';

/** Facts of a period at its final moment. */
export interface FinalFacts {
  readonly facts: KnownFacts;
  readonly period: Period;
}

/** A figure about children as it is shown for good. */
export interface FinalFigure extends ShownFigures {
  /** What its cases are; null where it is hidden, or has none. */
  readonly subject: SubjectKind | null;
}

const ABOUT_CHILDREN = INDICATORS.filter(isAboutChildren);

/**
 * Every figure about children of a period, by the facts of its final moment (ADR 0316). `autumn`: those of the school
 * year's autumn, from whose figures these may not differ by a few children. The whole is shown in every division or in
 * none, and where it is hidden its parts are not even listed.
 */
export function finalFigures(
  final: FinalFacts,
  by: Breakdown | undefined,
  thresholds: Thresholds,
  autumn?: FinalFacts,
): ReadonlyMap<number, FinalFigure> {
  const wholes = wholesOf(final);
  const { facts, period } = final;
  const hidden = hiddenWholes({ wholes, facts, period, autumn: autumn && wholesOf(autumn) }, thresholds);
  const parts =
    by && new PartsRule(divided(final, by, wholes), autumn && divided(autumn, by, wholesOf(autumn)), thresholds.part);
  return new Map(
    ABOUT_CHILDREN.map((indicator) => {
      const { figure, cases } = wholes.get(indicator.id)!;
      const reason = hidden.get(indicator.id) ?? (by && isOfTheEnd(indicator) ? 'not-divided' : undefined);
      if (reason) return [indicator.id, { whole: { hidden: reason }, parts: null, subject: null }];
      const shown: FinalFigure = {
        whole: withoutSingleValues(figure),
        parts: parts && indicator.by.includes(by) ? parts.shown(indicator) : null,
        subject: cases[0]?.subject.kind ?? null,
      };
      return [indicator.id, shown];
    }),
  );
}

const wholesOf = ({ facts, period }: FinalFacts): Wholes =>
  new Map(ABOUT_CHILDREN.map((indicator) => [indicator.id, wholeFigure(indicator, facts, period, {})]));

const divided = ({ facts, period }: FinalFacts, by: Breakdown, wholes: Wholes): DividedFigures => ({
  wholes,
  parts: new Map(
    ABOUT_CHILDREN.filter((it) => it.by.includes(by) && !isOfTheEnd(it)).map((indicator) => [
      indicator.id,
      dividedFigure(indicator, facts, period, by, {}),
    ]),
  ),
  few: by === 'service' ? servicesOfOne(facts, facts.today) : new Set(),
});
