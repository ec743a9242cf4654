import { describe, expect, jest, test } from '@jest/globals';
import { addDays, instantAt, type TimeOfDay } from '#platform/kernel';
import {
  dividedFigure,
  INDICATORS,
  periodOf,
  wholeFigure,
  type Breakdown,
  type Figure,
  type Indicator,
  type KnownFacts,
  type Period,
} from '#statistics/contract';
import { FoldedFacts } from './folded-facts.js';
import { generatedHistory } from './generated.js';
import { BEGINS, historyOf } from './history/index.js';
import { Oracle } from './oracle/oracle.js';
import { plainFigure, type Item } from './oracle/plain-figure.js';
import { Random } from './random.js';

// Compares some ten thousand figures.
jest.setTimeout(120_000);

const SEEDS = [1, 2, 3, 4];
const PERIODS = ['2023-2024', '2024-2025', '2023-2026', '2023H2', '2025H1', '2024-09', '2024-12', '2025-11'];
/** The part of an item in a division that is not by time. */
const GROUPS: Partial<Record<Breakdown, (item: Item) => readonly string[]>> = {
  unit: ({ units }) => units,
  service: ({ service }) => [service ?? 'none'],
  level: ({ level }) => [level ?? 'none'],
  category: ({ category }) => [category ?? 'none'],
  'age-band': ({ band }) => [band ?? 'none'],
  person: ({ person }) => [person ?? 'none'],
};

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
const comparable = ({ numerator, denominator, value, asides }: Figure) => ({
  numerator,
  denominator,
  value: rounded(value),
  beside: Object.fromEntries(
    asides.filter((it) => it.numerator > 0).map((it) => [it.key, [it.numerator, it.denominator]]),
  ),
});
const expected = (id: number, items: readonly Item[], all?: readonly Item[]) => {
  const figure = plainFigure(id, items, all);
  return { ...figure, value: rounded(figure.value) };
};

function compare(indicator: Indicator, facts: KnownFacts, oracle: Oracle, period: Period): void {
  const { id } = indicator;
  const { from, to, key } = period;
  const items = oracle.items(id, from, to);
  const about = `indicator ${id}, ${key}, as of ${facts.today}`;
  expect([about, comparable(wholeFigure(indicator, facts, period, {}).figure)]).toEqual([about, expected(id, items)]);
  for (const { unitId } of facts.units) {
    const own = items.filter(({ units }) => units.includes(unitId));
    const figure = comparable(wholeFigure(indicator, facts, period, { unitIds: [unitId] }).figure);
    expect([about, unitId, figure]).toEqual([about, unitId, expected(id, own)]);
  }
  for (const by of indicator.by) {
    const groups = GROUPS[by];
    const parts = Object.fromEntries(
      groups || (by === 'month' && period.kind === 'school-year')
        ? dividedFigure(indicator, facts, period, by, {}).map((part) => [part.key, comparable(part.figure)])
        : [],
    );
    if (groups) {
      const keys = [...new Set(items.flatMap(groups))];
      const plain = keys.map((it) => [
        it,
        expected(
          id,
          items.filter((item) => groups(item).includes(it)),
          items.filter(({ outside }) => !outside),
        ),
      ]);
      expect([about, by, parts]).toEqual([about, by, Object.fromEntries(plain)]);
    } else if (by === 'month' && period.kind === 'school-year') {
      for (const [month, figure] of Object.entries(parts)) {
        const one = periodOf(month)!;
        expect([about, month, figure]).toEqual([about, month, expected(id, oracle.items(id, one.from, one.to))]);
      }
    }
  }
}

const generated = generatedHistory(5);

describe.each(SEEDS)('in generated history %s', (seed) => {
  const events = historyOf(seed);
  const folded = new FoldedFacts(events);
  const random = new Random(seed);
  const moments = Array.from({ length: 4 }, () =>
    instantAt(addDays(BEGINS, random.between(20, 900)), `${random.between(10, 23)}:17` as TimeOfDay),
  );

  test.each(moments)('each figure as of %s is the oracle’s', (asOf) => {
    const oracle = new Oracle(events, asOf);
    const facts = folded.all(asOf);
    for (const key of PERIODS) {
      for (const indicator of INDICATORS) compare(indicator, facts, oracle, periodOf(key)!);
    }
  });
});

describe('in a history made by the application’s rules', () => {
  test.each(['2025-11-20T12:00:00Z', '2026-03-01T12:00:00Z', '2026-08-20T12:00:00Z', '2026-11-20T12:00:00Z'])(
    'each figure as of %s is the oracle’s',
    async (asOf) => {
      const { events } = await generated;
      const [oracle, facts] = [new Oracle(events, new Date(asOf)), new FoldedFacts(events).all(new Date(asOf))];
      for (const key of ['2025-2026', '2026-2027', '2025H2', '2026H1', '2026-10']) {
        for (const indicator of INDICATORS) compare(indicator, facts, oracle, periodOf(key)!);
      }
    },
  );
});
