import { seriesPeriod } from '#statistics/contract/chart';
import { comparedPeriods, currentPeriod } from '../../pages/statistics/periods.js';
import { daysBefore, figures, may, SERVICES, UNITS, type AnswerTo, type First, type Visitor } from './first-read.js';

/** Days between the two moments that are compared. */
const WEEK = 7;

interface Indicator {
  readonly id: number;
  readonly by: readonly string[];
  readonly measure: string;
  readonly unit: string;
  readonly besides: number | null;
  readonly besidesAside: string | null;
}

const catalogueFrom = async (answerTo: AnswerTo): Promise<readonly Indicator[]> =>
  ((await answerTo('/api/statistics')) as { readonly indicators: readonly Indicator[] } | undefined)?.indicators ?? [];

/** The figures of indicators in the school year, and those of them that have a series, by month. */
function figuresOf(indicators: readonly Indicator[], period: string): readonly First[] {
  const idsOf = (those: readonly Indicator[]) => those.map(({ id }) => id).join(',');
  const monthly = indicators.filter(({ by, measure }) => by.includes('month') && measure !== 'distribution');
  return [
    figures({ indicators: idsOf(indicators), period }),
    monthly.length > 0 && figures({ indicators: idsOf(monthly), period: seriesPeriod(period), by: 'month' }),
  ];
}

/** The units and services of the filters. */
const filtersOf = (visitor: Visitor): readonly First[] => [UNITS, may(visitor, 'service-figures.read') && SERVICES];

/** Every indicator, now and a week ago. */
export async function ofStatistics(visitor: Visitor, _: string, answerTo: AnswerTo): Promise<readonly First[]> {
  const { today } = visitor;
  const all = await catalogueFrom(answerTo);
  if (all.length === 0) return [];
  const period = currentPeriod(today);
  const indicators = all.map(({ id }) => id).join(',');
  return [
    ...figuresOf(all, period),
    figures({ asOf: daysBefore(today, WEEK), indicators, period }),
    ...filtersOf(visitor),
  ];
}

/** The page of an indicator reads its figures with those of the one beside it, and each unit's change. */
export async function ofIndicator(visitor: Visitor, id: string, answerTo: AnswerTo): Promise<readonly First[]> {
  const { today } = visitor;
  const all = await catalogueFrom(answerTo);
  const one = all.find((it) => it.id === Number(id));
  if (!one) return all.length > 0 ? filtersOf(visitor) : [];
  const period = currentPeriod(today);
  const pair = one.besidesAside === null ? all.filter((it) => it.id === one.besides && it !== one) : [];
  const { before, now } = comparedPeriods(period, today);
  const isByUnit = one.by.includes('unit') && one.unit === 'per-cent' && one.measure !== 'distribution';
  const changes = (of: string) => isByUnit && figures({ indicators: one.id, by: 'unit', period: of });
  return [...figuresOf([one, ...pair], period), changes(before), changes(now), ...filtersOf(visitor)];
}
