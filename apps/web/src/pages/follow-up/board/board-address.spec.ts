import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, ORDERS, viewOf, type BoardView } from './board-address.js';

const view = (text: string) => viewOf(new URLSearchParams(text));

describe('the board’s address', () => {
  test('is empty for the default board', () => {
    expect(addressOf(view('')).toString()).toBe('');
    expect(view('')).toMatchObject({ order: 'behov', asTable: false, page: 1, unitId: undefined });
  });
  test('uses words that a colleague understands', () => {
    expect(
      view('ar=2025&type=barnehage&omrade=Nord&tilstand=ikke-holdt&vis=tabell&enhet=974552876&maned=2025-10'),
    ).toMatchObject({
      schoolYear: 2025,
      kind: 'kindergarten',
      area: 'Nord',
      state: 'missing',
      asTable: true,
      unitId: '974552876',
      month: '2025-10',
    });
  });
  test('with an invalid value keeps the rest', () => {
    expect(view('ar=i+fjor&type=skip&tilstand=borte&side=-3&enhet=12&maned=2025-13&omrade=Nord')).toMatchObject({
      schoolYear: undefined,
      kind: undefined,
      state: undefined,
      page: 1,
      unitId: undefined,
      month: undefined,
      area: 'Nord',
    });
  });
  test('that was read and written again is unchanged', () => {
    const some = fc.record<BoardView>({
      schoolYear: fc.option(fc.integer({ min: 2000, max: 2099 }), { nil: undefined }),
      kind: fc.constantFrom('school', 'kindergarten', undefined),
      area: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      state: fc.constantFrom('missing', 'protocol-late', 'not-obliged', undefined),
      order: fc.constantFrom(...ORDERS),
      asTable: fc.boolean(),
      page: fc.integer({ min: 1, max: 20 }),
      unitId: fc.constant('974552876'),
      month: fc.constantFrom('2026-11', undefined),
    });
    fc.assert(
      fc.property(some, (it) => {
        expect(viewOf(addressOf(it))).toEqual(it);
      }),
      { seed: 20261122 },
    );
  });
});
