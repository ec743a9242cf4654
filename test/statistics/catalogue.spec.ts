import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { instantAt } from '#platform/kernel';
import {
  dividedFigure,
  indicatorsIn,
  INDICATORS,
  MISSING_INDICATORS,
  type KnownFacts,
  periodOf,
  wholeFigure,
} from '#statistics/contract';
import { FoldedFacts } from './folded-facts.js';
import { ENDS, historyOf } from './history/history-of.js';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'indicators');

describe('the catalogue', () => {
  test('has every indicator of § 3.6 once: computed, or missing with the reason', () => {
    const numbers = [...INDICATORS, ...MISSING_INDICATORS].map(({ id }) => id).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 55 }, (_, i) => i + 1));
  });

  test('says everything in three languages', () => {
    const texts = [
      ...INDICATORS.flatMap(({ name, explanation, numerator, denominator, exclusions, asides = [] }) => [
        name,
        explanation,
        numerator,
        denominator,
        ...(exclusions ? [exclusions] : []),
        ...asides.map((it) => it.name),
      ]),
      ...MISSING_INDICATORS.flatMap(({ name, reason }) => [name, reason]),
    ];
    for (const { nb, nn, en } of texts) for (const text of [nb, nn, en]) expect(text.trim()).not.toBe('');
  });

  test('shows pairs that exist', () => {
    for (const { besides, besidesAside } of INDICATORS) {
      const other = INDICATORS.find(({ id }) => id === besides);
      if (besides !== undefined) expect(other?.id).toBe(besides);
      if (besidesAside !== undefined) expect(other?.asides?.map(({ key }) => key)).toContain(besidesAside);
    }
  });
});

describe.each(INDICATORS)('indicator $id', (indicator) => {
  const folded = new FoldedFacts(historyOf(2));
  const asOf = instantAt(ENDS, '12:00' as never);
  const period = periodOf('2025-2026')!;
  const figuresBy = (facts: KnownFacts) => ({
    whole: wholeFigure(indicator, facts, period, {}),
    parts: indicator.by.map((by) => dividedFigure(indicator, facts, period, by, {})),
  });

  test('is made of the facts that it names', () => {
    expect(figuresBy(folded.all(asOf, indicator.reads))).toEqual(figuresBy(folded.all(asOf)));
  });

  test.each(indicator.reads)('needs each of them: %s', (set) => {
    const others = folded.all(
      asOf,
      indicator.reads.filter((it) => it !== set),
    );
    expect(() => figuresBy(others)).toThrow(`The ${set} were not read`);
  });
});

describe('a file in the folder', () => {
  test('is an indicator, and nothing else changes', async () => {
    const [added, ...others] = await indicatorsIn(join(FIXTURES, 'added'));
    expect(others).toEqual([]);
    const facts = new FoldedFacts(historyOf(1)).all(instantAt(ENDS, '12:00' as never));
    const period = periodOf('2025-2026')!;
    // Two schools and two kindergartens.
    expect(wholeFigure(added!, facts, period, {}).figure).toMatchObject({ numerator: 2, denominator: 4, value: 50 });
    expect(dividedFigure(added!, facts, period, 'unit', {})).toHaveLength(4);
  });

  test.each([
    ['wrong-number', 'has the number 60'],
    ['twice', 'have one number'],
  ])('is refused: %s', async (folder, why) => {
    await expect(indicatorsIn(join(FIXTURES, folder))).rejects.toThrow(why);
  });
});
