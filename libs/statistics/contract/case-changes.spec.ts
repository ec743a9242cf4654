import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '#platform/kernel';
import { caseChanges } from './case-changes.js';
import type { Case } from './indicator.js';

const meeting = (id: string, more: Partial<Case> = {}): Case => ({
  subject: { kind: 'meeting', id },
  on: '2026-09-10' as CalendarDate,
  unitIds: ['school'],
  counts: false,
  ...more,
});
const changed = (before: readonly Case[], after: readonly Case[]) =>
  caseChanges({}, before, after).map(({ subject: { id }, how, before, after }) => [id, how, before, after]);

describe('between two moments', () => {
  test('a case came, and another one went', () => {
    expect(changed([meeting('went')], [meeting('came', { counts: true })])).toEqual([
      ['came', 'added', null, { cases: 1, counting: 1, amount: null }],
      ['went', 'removed', { cases: 1, counting: 0, amount: null }, null],
    ]);
  });

  test('a case came into the numerator, or has another amount', () => {
    expect(
      changed(
        [meeting('filed'), meeting('corrected', { amount: 3 })],
        [meeting('filed', { counts: true }), meeting('corrected', { amount: 5 })],
      ),
    ).toEqual([
      ['corrected', 'changed', { cases: 1, counting: 0, amount: 3 }, { cases: 1, counting: 0, amount: 5 }],
      ['filed', 'changed', { cases: 1, counting: 0, amount: null }, { cases: 1, counting: 1, amount: null }],
    ]);
  });

  test('a case has another day only, as an open action has on every day: nothing changed', () => {
    expect(changed([meeting('same')], [meeting('same', { on: '2026-10-10' as CalendarDate })])).toEqual([]);
  });

  test('several cases of one subject are one change', () => {
    const lines = [meeting('one'), meeting('one', { counts: true })];
    expect(changed(lines, lines.toReversed())).toEqual([]);
    expect(changed(lines, lines.slice(1))).toEqual([
      ['one', 'changed', { cases: 2, counting: 1, amount: null }, { cases: 1, counting: 1, amount: null }],
    ]);
  });

  test('a case that was left out of the figure came into it', () => {
    const definition = { asides: [{ key: 'unfiled', isOutside: true, of: 'cases' as const, name: TEXTS }] };
    const before = [meeting('filed', { asides: ['unfiled'] })];
    expect(caseChanges(definition, before, [meeting('filed')]).map(({ how }) => how)).toEqual(['added']);
  });

  test('the latest day is first', () => {
    const days = ['2026-08-20', '2026-11-02', '2026-09-01'] as CalendarDate[];
    const after = days.map((on, i) => meeting(String(i), { on }));
    expect(caseChanges({}, [], after).map(({ on }) => on)).toEqual(days.toSorted().toReversed());
  });

  test('the changes add up to the difference of the figures', () => {
    const cases = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), counts: fc.boolean(), amount: fc.nat({ max: 9 }) }),
    );
    fc.assert(
      fc.property(cases, cases, (one, other) => {
        const [before, after] = [one, other].map((of) => of.map(({ id, ...more }) => meeting(id, more)));
        const changes = caseChanges({}, before!, after!);
        for (const key of ['cases', 'counting', 'amount'] as const) {
          const difference = changes.reduce((sum, it) => sum + (it.after?.[key] ?? 0) - (it.before?.[key] ?? 0), 0);
          expect(difference).toBe(total(after!)[key] - total(before!)[key]);
        }
      }),
    );
  });
});

const TEXTS = { nb: 'a', nn: 'a', en: 'a' };

const total = (cases: readonly Case[]) => ({
  cases: cases.length,
  counting: cases.filter(({ counts }) => counts).length,
  amount: cases.reduce((sum, { amount = 0 }) => sum + amount, 0),
});
