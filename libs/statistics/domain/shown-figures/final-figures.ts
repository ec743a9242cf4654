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

/** Periods whose figures are final earlier: what they hide, these may not tell. */
export interface EarlierFacts {
  /** The school year's autumn, where the period is a school year. */
  readonly autumn?: FinalFacts | undefined;
  /** The school year before, with its autumn. */
  readonly before?: { readonly year: FinalFacts; readonly autumn: FinalFacts } | undefined;
}

/** A figure about children as it is shown for good. */
export interface FinalFigure extends ShownFigures {
  /** The kind of its cases; null where it is hidden, or has none. */
  readonly subject: SubjectKind | null;
}

const ABOUT_CHILDREN = INDICATORS.filter(isAboutChildren);

/**
 * Every figure about children of a period, by the facts of its final moment (ADR 0316). Its figures may not differ from
 * those of the school year's autumn by a few children, nor tell what the year before hides (ADR 0364). The whole is
 * shown in every division or in none, and where it is hidden its parts are not even listed.
 */
export function finalFigures(
  final: FinalFacts,
  by: Breakdown | undefined,
  thresholds: Thresholds,
  { autumn, before }: EarlierFacts = {},
): ReadonlyMap<number, FinalFigure> {
  const hiddenBefore = before && hiddenWholes(ofPeriod(before.year, before.autumn), thresholds);
  const hidden = hiddenWholes({ ...ofPeriod(final, autumn), hiddenBefore }, thresholds);
  const parts = by && partsRule(final, { autumn, before }, by, thresholds.part);
  return new Map(
    ABOUT_CHILDREN.map((indicator) => {
      const { figure, cases } = wholesOf(final).get(indicator.id)!;
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

const ofPeriod = (final: FinalFacts, autumn: FinalFacts | undefined) => ({
  ...final,
  wholes: wholesOf(final),
  autumn: autumn && wholesOf(autumn),
});

function partsRule(final: FinalFacts, { autumn, before }: EarlierFacts, by: Breakdown, k: number): PartsRule {
  const of = (one: FinalFacts) => divided(one, by, wholesOf(one));
  const yearBefore = before && new PartsRule(of(before.year), { autumn: of(before.autumn) }, k);
  return new PartsRule(of(final), { autumn: autumn && of(autumn), before: yearBefore }, k);
}

const wholes = new WeakMap<FinalFacts, Wholes>();
/** Made once of each: a period's own figures are compared with those of earlier ones in several ways. */
function wholesOf(of: FinalFacts): Wholes {
  const known = wholes.get(of);
  if (known) return known;
  const { facts, period } = of;
  const made = new Map(ABOUT_CHILDREN.map((it) => [it.id, wholeFigure(it, facts, period, {})]));
  wholes.set(of, made);
  return made;
}

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
