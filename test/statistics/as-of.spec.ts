import { describe, expect, jest, test } from '@jest/globals';
import { addDays, addMonths, instantAt, monthOf, type Month, type Recorded, type TimeOfDay } from '#platform/kernel';
import { INDICATORS, periodOf, wholeFigure, type Indicator, type KnownFacts, type Period } from '#statistics/contract';
import { FoldedFacts } from './folded-facts.js';
import { BEGINS, ENDS, historyOf } from './history/history-of.js';
import { Random } from './random.js';

jest.setTimeout(60_000);

const YEARS = ['2023-2024', '2024-2025', '2025-2026'].map((key) => periodOf(key)!);
const moment = (day: string, time = '12:00') => instantAt(day as never, time as TimeOfDay);
const end = moment(ENDS, '12:00');
const figures = (facts: KnownFacts, periods: readonly Period[], indicators = INDICATORS) =>
  indicators.flatMap((indicator) =>
    periods.map((period) => [indicator.id, period.key, wholeFigure(indicator, facts, period, {}).figure]),
  );

/** Every kind of period that has a month of the history. */
function anyPeriod(random: Random): Period {
  const month = addMonths(monthOf(BEGINS), random.between(0, 30));
  const half = Number(month.slice(5)) < 8 ? 1 : 2;
  return random.pick([periodOf(month)!, periodOf(`${month.slice(0, 4)}H${half}`)!, ...YEARS]);
}

describe('a figure as of a moment', () => {
  test.each([11, 12, 13, 14])('is made of the rows that its period reads, as of all (history %s)', (seed) => {
    const folded = new FoldedFacts(historyOf(seed));
    const random = new Random(seed);
    for (let i = 0; i < 60; i += 1) {
      const asOf = moment(addDays(BEGINS, random.between(5, 1000)), `${random.between(10, 23)}:40`);
      const period = anyPeriod(random);
      const all = folded.all(asOf);
      const indicators: readonly Indicator[] = random.chance(0.5) ? INDICATORS : [random.pick(INDICATORS)];
      const read = folded.ofPeriod(asOf, period, indicators);
      expect(figures(read, [period], indicators)).toEqual(figures(all, [period], indicators));
    }
  });

  test.each([21, 22])('is not changed by anything that is recorded later (history %s)', (seed) => {
    const events = historyOf(seed);
    const later = new FoldedFacts(events);
    for (let month = '2023-10' as Month; month < '2026-01'; month = addMonths(month, 3)) {
      const asOf = moment(`${month}-15`);
      const then = new FoldedFacts(events.filter(({ recordedAt }) => recordedAt <= asOf));
      expect(figures(later.all(asOf), YEARS)).toEqual(figures(then.all(asOf), YEARS));
    }
  });

  test('is the same when rows come back from the database between events, with their fields in another order', () => {
    const events = historyOf(32);
    const returned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(returned)
        : value !== null && typeof value === 'object' && !(value instanceof Date)
          ? Object.fromEntries(
              Object.entries(value)
                .map(([key, it]) => [key, returned(it)] as const)
                .toReversed(),
            )
          : value;
    const rows = new FoldedFacts(events, (row) => returned(row) as typeof row);
    expect(rows.versions()).toEqual(new FoldedFacts(events).versions());
  });

  test('is another one when facts are replaced by their latest state', () => {
    const events = historyOf(31);
    const asOf = moment('2024-12-01');
    const latest = new FoldedFacts(events.map((event) => ({ ...event, recordedAt: moment(BEGINS) })));
    const known = figures(new FoldedFacts(events).all(asOf), YEARS);
    const replaced = figures(latest.all(asOf), YEARS);
    const differ = known
      .filter((figure, i) => JSON.stringify(figure) !== JSON.stringify(replaced[i]))
      .map(([id]) => id);
    // Each kind of fact: unit-months, meetings, attendance, protocols, actions, follow-ups.
    expect(differ).toEqual(expect.arrayContaining([2, 5, 8, 12, 13, 14, 16, 17, 18, 23, 37]));
  });
});

describe('settings', () => {
  const change = (events: readonly Recorded[], on: string, changes: object): readonly Recorded[] => {
    const municipality = events.filter(({ type }) => type === 'registry.MunicipalityRegistered');
    const recordedAt = moment(on);
    const { settings } = municipality[0]!.data as { settings: object };
    return [
      ...events,
      {
        ...municipality[0]!,
        type: 'registry.SettingsChanged',
        data: { settings: { ...settings, ...changes } },
        recordedAt,
        metadata: { ...municipality[0]!.metadata, occurredAt: recordedAt.toISOString() },
      },
    ];
  };
  const events = historyOf(41).filter(({ type }) => type !== 'registry.SettingsChanged');
  const judged = (of: readonly Recorded[], period: string) =>
    figures(
      new FoldedFacts(of).all(end),
      [periodOf(period)!],
      INDICATORS.filter(({ id }) => [1, 2, 3, 4, 5, 7, 9, 25].includes(id)),
    );

  test('that change later leave how earlier meetings, months and actions are judged', () => {
    const changed = change(events, '2024-08-01', {
      filingWorkingDays: 0,
      effectJudgedWithinDays: 365,
      mandatoryMonths: { school: [9], kindergarten: [9] },
    });
    expect(judged(changed, '2023-2024').filter(([id]) => id !== 25)).toEqual(
      judged(events, '2023-2024').filter(([id]) => id !== 25),
    );
    expect(judged(changed, '2024-2025')).not.toEqual(judged(events, '2024-2025'));
  });
});
