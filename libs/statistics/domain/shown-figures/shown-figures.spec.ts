import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { figureOf, type Case, type Measure } from '../../contract/index.js';
import { shownFigures } from './shown-figures.js';

const DIRECTOR = { whole: 3, part: 5 };
let made = 0;
const cases = (counting: number, rest = 0, amount = 1): Case[] =>
  Array.from({ length: counting + rest }, (_, i) => ({
    subject: { kind: 'action', id: String((made += 1)) },
    on: '2026-09-01' as CalendarDate,
    unitIds: ['a'],
    counts: i < counting,
    amount,
  }));
const counted = (measure: Measure, of: readonly Case[]) => ({ figure: figureOf({ measure }, of), cases: of });

/** Figures of parts, and of all together, as this reader sees them: n/d, or the reason. */
function shown(measure: Measure, parts: Readonly<Record<string, Case[]>>, thresholds = DIRECTOR) {
  const whole = counted(measure, Object.values(parts).flat());
  const divided = Object.entries(parts).map(([key, of]) => ({ key, ...counted(measure, of) }));
  const text = (figure: ReturnType<typeof shownFigures>['whole']) =>
    'hidden' in figure ? figure.hidden : `${figure.numerator}/${figure.denominator}`;
  const answer = shownFigures({ measure }, whole, divided, thresholds);
  return [text(answer.whole), ...answer.parts!.map(({ figure }) => text(figure))];
}

describe('counts of children', () => {
  test('are shown when none is small', () => {
    expect(shown('number', { a: cases(7), b: cases(9) })).toEqual(['16/16', '7/7', '9/9']);
  });

  test('below the threshold are hidden, and another one that the sum would tell it by', () => {
    // Hiding 3 and 9: an attacker knows that they are 12 together, and that the small one is 1 to 4.
    expect(shown('number', { a: cases(3), b: cases(9), c: cases(20) })).toEqual([
      '32/32',
      'small-numbers',
      'small-numbers',
      '20/20',
    ]);
  });

  test('that are few in all are hidden in every division', () => {
    expect(shown('number', { a: cases(2) })).toEqual(['small-numbers', 'small-numbers']);
    expect(shown('number', { x: cases(1), y: cases(1) })).toEqual(['small-numbers', 'small-numbers', 'small-numbers']);
  });
});

describe('shares of children', () => {
  test('are hidden when few count, or few do not', () => {
    expect(shown('share', { a: cases(30, 30), b: cases(4, 30), c: cases(30, 4), d: cases(40, 40) })).toEqual([
      '104/208',
      expect.anything(),
      'small-numbers',
      'small-numbers',
      expect.anything(),
    ]);
  });

  test('of the whole are hidden when the rest is one or two', () => {
    expect(shown('share', { a: cases(30, 2) })[0]).toBe('small-numbers');
    expect(shown('share', { a: cases(30, 3) })[0]).toBe('30/33');
  });
});

describe('means', () => {
  test('need as many values as the threshold, and come without quartiles', () => {
    const whole = counted('median', cases(8, 0, 12));
    const { parts } = shownFigures({ measure: 'median' }, whole, [{ key: 'a', ...whole }], DIRECTOR);
    expect(parts).toEqual([
      { key: 'a', figure: { numerator: 8, denominator: 8, value: 12, spread: null, asides: [] } },
    ]);
    expect(shown('median', { a: cases(4), b: cases(12), c: cases(30) })[1]).toBe('small-numbers');
  });
});

describe('a joint meeting’s children', () => {
  test('are in several parts, and the difference between parts and whole does not tell them', () => {
    const joint = cases(1);
    const of = { a: [...cases(11), ...joint], b: [...cases(8), ...joint], c: cases(30), d: cases(25) };
    const whole = counted('number', [...cases(11), ...cases(8), ...joint, ...cases(30), ...cases(25)]);
    const divided = Object.entries(of).map(([key, own]) => ({ key, ...counted('number', own) }));
    const { parts } = shownFigures({ measure: 'number' }, whole, divided, DIRECTOR);
    expect(parts!.filter(({ figure }) => 'hidden' in figure).length).toBeGreaterThan(0);
  });
});
