import { dayOf, schoolYearOf, SchoolYear, type CalendarDate } from '#platform/kernel';
import {
  schoolYearPeriod,
  TEN_AND_MORE,
  UNDER_TEN,
  type AgeBand,
  type EarlyFigures,
  type Period,
} from '../../contract/index.js';
import type { FinalFigure } from './final-figures.js';
import { autumnOf, finalMoment } from './final-periods.js';
import type { ShownFigure } from './shown-figures.js';

const [AGES, RESOURCES] = [37, 38];

/** The latest school year, or autumn of one, whose figures about children are final, and the day by whose knowledge. */
export function latestFinalPeriod(today: CalendarDate): { readonly period: Period; readonly knownOn: CalendarDate } {
  const year = schoolYearOf(today);
  const [thisYear, before] = [schoolYearPeriod(year), schoolYearPeriod(SchoolYear.parse(year - 1))];
  for (const period of [autumnOf(thisYear)!, before, autumnOf(before)!]) {
    const moment = finalMoment(period, today);
    if (moment) return { period, knownOn: dayOf(moment) };
  }
  throw new Error('The autumn of an earlier school year is final');
}

/** Early intervention by the final figures of a period, divided by age band. */
export const earlyFigures = (
  figures: ReadonlyMap<number, FinalFigure>,
): Pick<EarlyFigures, 'mattersUnderTen' | 'resourcesUnderTen'> => ({
  mattersUnderTen: underTen(figures.get(AGES)),
  resourcesUnderTen: valueOf(figures.get(RESOURCES)?.whole),
});

const valueOf = (figure: ShownFigure | undefined): number | null =>
  !figure || 'hidden' in figure ? null : figure.value;

/** The parts under 10 together, or all without the others; null unless all parts of one side are shown. */
function underTen(ages: FinalFigure | undefined): EarlyFigures['mattersUnderTen'] {
  if (!ages?.parts || 'hidden' in ages.whole) return null;
  const { denominator: of } = ages.whole;
  const under = sumOf(ages.parts, UNDER_TEN);
  const others = sumOf(ages.parts, TEN_AND_MORE);
  const count = under ?? (others === null ? null : of - others);
  return count === null ? null : { count, of };
}

function sumOf(parts: NonNullable<FinalFigure['parts']>, bands: ReadonlySet<AgeBand>): number | null {
  let sum = 0;
  for (const { key, figure } of parts) {
    if (!bands.has(key as AgeBand)) continue;
    if ('hidden' in figure) return null;
    sum += figure.numerator;
  }
  return sum;
}
