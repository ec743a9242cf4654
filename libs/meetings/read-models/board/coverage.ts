import type { SchoolYear } from '#platform/kernel';
import {
  dividedFigure,
  indicatorNumbered,
  schoolYearPeriod,
  wholeFigure,
  type CaseFilter,
  type Figure,
  type KnownFacts,
} from '#statistics/contract';

/** How many of the months in which units were obliged to meet were held. */
export interface Coverage {
  readonly held: number;
  readonly obliged: number;
}
const NONE: Coverage = { held: 0, obliged: 0 };
const coverageOf = ({ numerator, denominator }: Figure): Coverage => ({ held: numerator, obliged: denominator });

const [SO_FAR, TO_DATE] = [indicatorNumbered(1), indicatorNumbered(2)];
/** Indicators of the board. */
export const COVERAGE = [SO_FAR, TO_DATE];

/** Indicator 1: units that have met in each month of the year, by month; the current one so far, later ones without any. */
export function coverageByMonth(facts: KnownFacts, year: SchoolYear, filter: CaseFilter): ReadonlyCoverages {
  return byKey(dividedFigure(SO_FAR, facts, schoolYearPeriod(year), 'month', filter));
}

/** Indicator 2: months of the year that are over. */
export const coverageOfYear = (facts: KnownFacts, year: SchoolYear, filter: CaseFilter): Coverage =>
  coverageOf(wholeFigure(TO_DATE, facts, schoolYearPeriod(year), filter).figure);

/** Indicator 2 of each unit. */
export const coverageByUnit = (facts: KnownFacts, year: SchoolYear): ReadonlyCoverages =>
  byKey(dividedFigure(TO_DATE, facts, schoolYearPeriod(year), 'unit', {}));

type ReadonlyCoverages = (key: string) => Coverage;
function byKey(parts: ReturnType<typeof dividedFigure>): ReadonlyCoverages {
  const figures = new Map(parts.map(({ key, figure }) => [key, coverageOf(figure)]));
  return (key) => figures.get(key) ?? NONE;
}
