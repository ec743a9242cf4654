import { describe, expect, jest, test } from '@jest/globals';
import { addDays, instantAt, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import {
  dividedFigure,
  INDICATORS,
  periodOf,
  wholeFigure,
  type Breakdown,
  type CaseFilter,
  type Figure,
  type Indicator,
  type KnownFacts,
  type Period,
} from '#statistics/contract';
import { FoldedFacts } from './folded-facts.js';
import { generatedHistory } from './generated.js';
import { BEGINS, historyOf } from './history/history-of.js';
import { Oracle } from './oracle/oracle.js';
import { plainFigure, type Item } from './oracle/plain-figure.js';
import type { Registry } from './oracle/registry.js';
import { Random } from './random.js';

// Compares some ten thousand figures.
jest.setTimeout(120_000);

const SEEDS = [1, 2, 3, 4];
const PERIODS = ['2023-2024', '2024-2025', '2023-2026', '2023H2', '2025H1', '2024-09', '2024-12', '2025-11'];
/** The parts of an item in a division that is not by time. */
const GROUPS: Partial<Record<Breakdown, (item: Item, registry: Registry) => readonly (string | null | undefined)[]>> = {
  unit: ({ units }) => units,
  'unit-kind': ({ units }, registry) => registry.kindsOf(units),
  area: ({ units }, registry) => registry.areasOf(units),
  service: ({ service }) => [service],
  level: ({ level }) => [level],
  category: ({ category }) => [category],
  approach: ({ approach }) => [approach],
  'age-band': ({ band }) => [band],
  person: ({ person }) => [person],
};

/** The part of a division by time that a month is in; August to December are an autumn. */
const TIMES: Partial<Record<Breakdown, (year: number, month: number) => string>> = {
  month: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
  'half-year': (year, month) => `${year}H${month < 8 ? 1 : 2}`,
  'school-year': (year, month) => (month < 8 ? `${year - 1}-${year}` : `${year}-${year + 1}`),
};
/** Divisions by time that are compared: those of long periods take long. */
const isComparedBy = (by: Breakdown, { kind }: Period) =>
  kind === 'school-year' || (by !== 'month' && (kind === 'school-years' || kind === 'half-year'));

/** First and last day of each part of the period that has begun. */
function timesIn(by: Breakdown, { from, to }: Period, today: string) {
  const parts = new Map<string, { from: CalendarDate; to: CalendarDate }>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const key = TIMES[by]!(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
    parts.set(key, { from: parts.get(key)?.from ?? day, to: day });
  }
  return [...parts].filter(([, part]) => part.from <= today);
}

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
  const whole = (filter: CaseFilter) => comparable(wholeFigure(indicator, facts, period, filter).figure);
  expect([about, whole({})]).toEqual([about, expected(id, items)]);
  for (const { unitId } of facts.units) {
    const own = items.filter(({ units }) => units.includes(unitId));
    expect([about, unitId, whole({ unitIds: [unitId] })]).toEqual([about, unitId, expected(id, own)]);
  }
  const services = indicator.by.includes('service') ? new Set(items.map(({ service }) => service)) : [];
  for (const service of services) {
    if (typeof service !== 'string') continue;
    const own = items.filter((item) => item.service === service);
    expect([about, service, whole({ serviceIds: [service] })]).toEqual([about, service, expected(id, own)]);
    const [unitId] = own[0]!.units;
    const both = { unitIds: [unitId!], serviceIds: [service] };
    const atUnit = own.filter(({ units }) => units.includes(unitId!));
    expect([about, both, whole(both)]).toEqual([about, both, expected(id, atUnit)]);
  }
  for (const by of indicator.by) {
    const isOfTime = by in TIMES;
    if (isOfTime && !isComparedBy(by, period)) continue;
    const parts = Object.fromEntries(
      dividedFigure(indicator, facts, period, by, {}).map((part) => [part.key, comparable(part.figure)]),
    );
    const plain = isOfTime
      ? timesIn(by, period, facts.today).map(([part, days]) => [
          part,
          expected(id, oracle.items(id, days.from, days.to)),
        ])
      : plainGroups(by, id, items, oracle);
    expect([about, by, parts]).toEqual([about, by, Object.fromEntries(plain)]);
  }
}

function plainGroups(by: Breakdown, id: number, items: readonly Item[], oracle: Oracle) {
  const keysOf = (item: Item) => GROUPS[by]!(item, oracle.registry).map((key) => key ?? 'none');
  const inside = items.filter(({ outside }) => !outside);
  return [...new Set(items.flatMap(keysOf))].map((key) => [
    key,
    expected(
      id,
      items.filter((item) => keysOf(item).includes(key)),
      inside,
    ),
  ]);
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
