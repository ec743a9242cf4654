import { describe, expect, test } from '@jest/globals';
import { addMonths, instantAt, monthOf, type TimeOfDay } from '#platform/kernel';
import { dividedFigure, INDICATORS, periodOf, type CaseFilter, type Period } from '#statistics/contract';
import { improvementOfPoints, pointsOfParts } from '../../libs/statistics/domain/improvement/index.js';
import type { FactsReader } from '../../libs/statistics/facts/facts-reader.js';
import { SeriesHistory } from '../../libs/statistics/facts/series-history.js';
import { FoldedFacts } from './folded-facts.js';
import { BEGINS, historyOf } from './history/history-of.js';

const MONTHLY = INDICATORS.filter(({ by }) => by.includes('month'));
const moment = (day: string) => instantAt(day as never, '12:00' as TimeOfDay);

/** The history of a municipality, read as the application reads its tables; counts how often. */
function historyWith(folded: FoldedFacts) {
  const read = { count: 0 };
  const reader = {
    at: (_: string, period: Period, asOf: Date, indicators = INDICATORS) => {
      read.count += 1;
      return Promise.resolve({ facts: folded.ofPeriod(asOf, period, indicators), anchor: null });
    },
  } as unknown as FactsReader;
  return { history: new SeriesHistory(reader), read };
}

describe('a series of months', () => {
  test.each([41, 42])('is judged alike, whichever months are asked for (history %s)', async (seed) => {
    const folded = new FoldedFacts(historyOf(seed));
    const asOf = moment('2026-01-15');
    const { history } = historyWith(folded);
    const facts = folded.all(asOf);
    const unitIds = facts.units.slice(0, 2).map(({ unitId }) => unitId);
    let judgedAlike = 0;
    for (const filter of [{}, { unitIds }] satisfies CaseFilter[]) {
      const judged = async (period: Period) => {
        const earlier = await history.before(
          { tenant: '9999', period, by: 'month', filter, asOf },
          { facts, anchor: null },
          MONTHLY,
        );
        return MONTHLY.map((indicator) => {
          const own = pointsOfParts(facts, dividedFigure(indicator, facts, period, 'month', filter), filter);
          return improvementOfPoints(indicator, own, earlier.get(indicator.id));
        });
      };
      for (const key of ['2024-2026', '2025-2026', '2025H2', '2024-10']) {
        const period = periodOf(key)!;
        // Later months would be part of signals too.
        const whole = await judged({ ...period, kind: 'school-years', from: BEGINS });
        for (const [i, part] of (await judged(period)).entries()) {
          const points = whole[i]!.points.filter((point) => point.key >= monthOf(period.from));
          expect([key, MONTHLY[i]!.id, part]).toEqual([key, MONTHLY[i]!.id, { ...whole[i], points }]);
          judgedAlike += part.points.filter(({ signals }) => signals.length > 0).length;
        }
      }
    }
    expect(judgedAlike).toBeGreaterThan(20);
  });

  test('is read again only when something has been recorded', async () => {
    const folded = new FoldedFacts(historyOf(41));
    const { history, read } = historyWith(folded);
    const asOf = moment('2026-01-15');
    const facts = folded.all(asOf);
    const question = { tenant: '9999', period: periodOf('2025-2026')!, by: 'month', filter: {}, asOf } as const;
    const anchor = (eventId: string) => ({ eventId, recordedAt: asOf });
    await history.before(question, { facts, anchor: anchor('one') }, MONTHLY);
    const once = read.count;
    const again = await history.before(question, { facts, anchor: anchor('one') }, MONTHLY);
    expect([read.count, again.size]).toEqual([once, MONTHLY.length]);
    await history.before(question, { facts, anchor: anchor('two') }, MONTHLY);
    expect(read.count).toBe(2 * once);
  });

  test('that begins with the first unit has nothing before it', async () => {
    const folded = new FoldedFacts(historyOf(41));
    const { history, read } = historyWith(folded);
    const asOf = moment(`${addMonths(monthOf(BEGINS), 6)}-10`);
    const period = periodOf(monthOf(BEGINS))!;
    const known = { facts: folded.all(asOf), anchor: null };
    expect(await history.before({ tenant: '9999', period, by: 'month', filter: {}, asOf }, known, MONTHLY)).toEqual(
      new Map(),
    );
    expect(read.count).toBe(0);
  });
});
