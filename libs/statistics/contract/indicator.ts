import type { Role } from '#platform/identity/roles';
import type { CalendarDate } from '#platform/kernel';
import type { ActionFact, AgeBand, FactSet } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import type { Period } from './period.js';

/** A text in Bokmål, Nynorsk and English. */
export interface Texts {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

export const BREAKDOWNS = [
  'month',
  'half-year',
  'school-year',
  'unit',
  'unit-kind',
  'area',
  'service',
  'level',
  'category',
  'approach',
  'age-band',
  'person',
] as const;
/** The ways in which a figure can be divided. */
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Figures of meetings and of unit-months can be divided by these. */
export const BY_TIME_AND_UNIT = ['month', 'half-year', 'school-year', 'unit', 'unit-kind', 'area'] as const;
/** Figures of actions can be divided by these. */
export const OF_ACTIONS = [...BY_TIME_AND_UNIT, 'service', 'level', 'category', 'approach'] as const;

/**
 * How a figure is made of its cases:
 * - `share`: those that count, of all
 * - `number`: how many count
 * - `mean`, `median`, `largest`: of their amounts
 * - `share-of-amount`: the amount of those that count, of the amount of all
 * - `distribution`: those of one part, of those of all parts
 * - `per-person`: how many there are for each person
 */
export type Measure =
  'share' | 'number' | 'mean' | 'median' | 'largest' | 'share-of-amount' | 'distribution' | 'per-person';

/** The kind of page that a case opens. */
export type SubjectKind = 'unit' | 'unit-month' | 'meeting' | 'protocol' | 'action' | 'person';

/** One thing that a figure counts: it stands in the denominator, and in the numerator too where it `counts`. */
export interface Case {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** The day by which it belongs to a period. */
  readonly on: CalendarDate;
  /** More than one at a joint meeting: the case is in the figure of each, and once in the figure of all. */
  readonly unitIds: readonly string[];
  readonly serviceIds?: readonly string[];
  readonly level?: ActionFact['level'];
  readonly category?: ActionFact['category'];
  readonly approach?: NonNullable<ActionFact['approach']> | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly personId?: string | undefined;
  /** How many children it is about, actions at individual level included: small numbers of these are hidden. */
  readonly children?: number;
  readonly counts: boolean;
  /** For means, medians and sums, in the indicator's unit. */
  readonly amount?: number | undefined;
  /** Keys of the indicator's asides that it belongs to. */
  readonly asides?: readonly string[] | undefined;
}

/** A second number that is shown with the figure: cases of which something more is said. */
export interface Aside {
  readonly key: string;
  readonly name: Texts;
  /** Its cases are left out of the figure, since nothing can be computed from them; they are shown, never spread. */
  readonly isOutside: boolean;
  /** The things that are added up: the cases, or their amounts. */
  readonly of: 'cases' | 'amounts';
}

/** Cases that a figure leaves out for one reason: they are counted in its explanation. */
export interface LeftOut {
  readonly key: string;
  /** Their name, in plural. */
  readonly name: Texts;
  cases(this: void, facts: KnownFacts, period: Period): readonly Case[];
}

/** The subject of a figure's rows, which decides whether small numbers are hidden (§ 3.7 b). */
export type Counted = 'organisation' | 'children' | 'one-employee';

/** An indicator of workflow § 3.6 that is computed now. One file each; the catalogue finds it by its name. */
export interface Indicator {
  /** Its number in § 3.6. */
  readonly id: number;
  /** Raised when the definition changes. */
  readonly version: number;
  /** The day from which this version is used. */
  readonly since: CalendarDate;
  readonly group: IndicatorGroup;
  readonly name: Texts;
  readonly explanation: Texts;
  readonly numerator: Texts;
  readonly denominator: Texts;
  /** A sentence about what is left out; absent where nothing is. */
  readonly exclusions?: Texts;
  /** Cases that are left out, by reason, where they can be told. They are read from the facts of the figure. */
  readonly leftOut?: readonly LeftOut[];
  readonly unit: FigureUnit;
  /** Which values are better; null for neither. */
  readonly better: 'higher' | 'lower' | null;
  readonly measure: Measure;
  readonly counted: Counted;
  readonly by: readonly Breakdown[];
  /** False where the parts do not add up to the whole, because a joint meeting is in several of them. */
  readonly additive: boolean;
  readonly asides?: readonly Aside[];
  /** The indicator that shows when this one is gamed; they are shown together. */
  readonly besides?: number;
  /** The aside of that indicator which shows it; absent: its figure does. */
  readonly besidesAside?: string;
  /** Only people with one of these roles may ask for it; absent: all who may read statistics. */
  readonly roles?: readonly Role[];
  /** The facts that its cases are made of, besides the registry’s. It fails when it uses any other. */
  readonly reads: readonly FactSet[];
  /** The days whose meetings it needs, when those of the period are not enough. */
  meetingsOf?(this: void, period: Period, today: CalendarDate): Pick<Period, 'from' | 'to'>;
  /** The cases of a period that has begun, as far as it has come by `facts.today`. */
  cases(this: void, facts: KnownFacts, period: Period): readonly Case[];
}
export type IndicatorGroup = 'compliance' | 'actions' | 'early-intervention' | 'results' | 'system';
export type FigureUnit = 'per-cent' | 'number' | 'calendar-days' | 'working-days' | 'months' | 'mean';

/** An indicator of § 3.6 that cannot be computed, with the reason. */
export interface MissingIndicator {
  readonly id: number;
  readonly name: Texts;
  readonly reason: Texts;
}
