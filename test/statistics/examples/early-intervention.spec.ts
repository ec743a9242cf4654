import { describe, expect, test } from '@jest/globals';
import { Municipality, type GivenAction } from './municipality.js';

/** A school that has raised two children without their names, and a kindergarten that has raised one. */
const municipality = (atSchool: readonly GivenAction[], atKindergarten: readonly GivenAction[] = []) =>
  new Municipality('2024-12-20')
    .school('Nord skole')
    .kindergarten('Sol barnehage')
    .meeting('N', {
      at: 'Nord skole',
      on: '2024-09-10',
      heldOn: '2024-09-10',
      filedOn: '2024-09-11',
      protocol: {
        matters: [
          { id: 'younger', age: '6-9' },
          { id: 'older', age: '10-12' },
        ],
        actions: atSchool,
      },
    })
    .meeting('S', {
      at: 'Sol barnehage',
      on: '2024-10-08',
      heldOn: '2024-10-08',
      filedOn: '2024-10-09',
      protocol: { matters: [{ id: 'small', age: '3-5' }], actions: atKindergarten },
    });

test('37 Aldersfordeling: one of each of three age bands', () => {
  expect(municipality([]).by('age-band', 37)).toEqual({ '3-5': '1 of 3', '6-9': '1 of 3', '10-12': '1 of 3' });
  expect(municipality([]).by('unit', 37)).toEqual({ 'Nord skole': '2 of 3', 'Sol barnehage': '1 of 3' });
});

describe('38 Ressurser før ti år', () => {
  test('60 000 and the kindergarten’s 15 000, of them and 20 000; the school’s 10 000 without age stand beside', () => {
    const spent = municipality(
      [
        { id: 'a', nok: 60_000, matter: 'younger' },
        { id: 'b', nok: 20_000, matter: 'older' },
        { id: 'c', nok: 10_000 },
        { id: 'd', hours: 8, matter: 'younger' },
        { id: 'e' },
      ],
      [{ id: 'f', nok: 15_000 }],
    );
    // 75 of 95 is 78.9 per cent; 10 of 105 thousand are unallocated; d has hours only.
    expect(spent.figure(38)).toBe('78.9: 75000 of 95000, unallocated 10000 of 105000, hours-only 1 of 5');
    expect(spent.by('unit', 38)['Sol barnehage']).toBe(
      '100: 15000 of 15000, unallocated 0 of 15000, hours-only 0 of 1',
    );
  });

  test('counts hours where no action has kroner', () => {
    const spent = municipality([
      { id: 'a', hours: 30, matter: 'younger' },
      { id: 'b', hours: 10, matter: 'older' },
    ]);
    expect(spent.figure(38)).toBe('75: 30 of 40, unallocated 0 of 40, hours-only 0 of 2');
  });
});
