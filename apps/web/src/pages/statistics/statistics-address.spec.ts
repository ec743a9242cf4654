import { describe, expect, test } from '@jest/globals';
import { addressOf, viewOf } from './statistics-address.js';

const today = '2026-11-30';
const view = (address: string) => viewOf(new URLSearchParams(address), today);

describe('the address of the statistics', () => {
  test('is read and written back', () => {
    const address =
      'periode=2026H2&type=barnehage&omrade=Nord&enhet=974552876&tjeneste=018f0c5e-0000-7000-8000-0000000000a1&per=2026-03-01';
    expect(view(address)).toEqual({
      period: '2026H2',
      kind: 'kindergarten',
      area: 'Nord',
      unitId: '974552876',
      serviceId: '018f0c5e-0000-7000-8000-0000000000a1',
      asOf: '2026-03-01',
    });
    expect(addressOf(view(address)).toString()).toBe(address);
  });

  test('without anything is everything, now', () => {
    expect(addressOf(view('')).toString()).toBe('');
  });

  test.each([
    'periode=hele',
    'periode=2026-13',
    'type=hytte',
    'enhet=12',
    'tjeneste=ppt',
    'per=i går',
    'per=2026-02-40',
  ])('%s is ignored', (address) => expect(addressOf(view(address)).toString()).toBe(''));

  test('of today or a later day is that of now', () => {
    expect([view('per=2026-11-30').asOf, view('per=2027-01-01').asOf]).toEqual([undefined, undefined]);
    expect(view('per=2026-11-29').asOf).toBe('2026-11-29');
  });
});
