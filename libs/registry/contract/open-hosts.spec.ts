import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, CalendarDate } from '#platform/kernel';
import { hostOn, isClosedOn, withOpenHosts, type Closures, type UnitDto } from './index.js';

const day = (text: string) => CalendarDate.parse(text);
const unit = (unitId: string, changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId,
  name: unitId,
  kind: 'school',
  ownership: 'public',
  children: null,
  area: null,
  obligations: [],
  hosts: [],
  closures: [],
  services: [],
  standing: [],
  ...changes,
});
const hostsOf = (closures: Closures, hosts: UnitDto['hosts']) =>
  withOpenHosts([unit('guest', { hosts }), unit('host', { closures })])[0]!.hosts;

test('a guest meets alone while its host is closed, and at the host again after it reopens', () => {
  const closures = [{ lastDay: day('2027-07-31'), reopens: day('2028-08-01'), reason: null }];
  expect(hostsOf(closures, [{ from: day('2026-08-01'), hostUnitId: 'host' }])).toEqual([
    { from: '2026-08-01', hostUnitId: 'host' },
    { from: '2027-08-01', hostUnitId: null },
    { from: '2028-08-01', hostUnitId: 'host' },
  ]);
});

test('decisions about the guest itself remain in force', () => {
  const closures = [{ lastDay: day('2027-07-31'), reopens: null, reason: null }];
  expect(
    hostsOf(closures, [
      { from: day('2026-08-01'), hostUnitId: 'host' },
      { from: day('2027-01-01'), hostUnitId: 'another' },
    ]),
  ).toEqual([
    { from: '2026-08-01', hostUnitId: 'host' },
    { from: '2027-01-01', hostUnitId: 'another' },
  ]);
});

const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(day('2026-08-01'), n));
const periods = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 6 })
  .map((at) => at.toSorted((a, b) => a - b).map((n) => addDays(day('2026-08-01'), n * 2)))
  .map((at) =>
    at.flatMap((lastDay, i) => (i % 2 === 0 ? [{ lastDay, reopens: at[i + 1] ?? null, reason: null }] : [])),
  );

test('on every day the host is the decided one, unless it is closed', () => {
  const stays = fc
    .uniqueArray(fc.record({ from: days, hostUnitId: fc.constantFrom('host', 'another', null) }), {
      selector: ({ from }) => from,
      maxLength: 4,
    })
    .map((all) => all.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
  fc.assert(
    fc.property(periods, stays, days, (closures, hosts, on) => {
      const decided = hostOn({ hosts }, on);
      const expected = decided === 'host' && isClosedOn(closures, on) ? null : decided;
      const effective = hostsOf(closures, hosts);
      expect(hostOn({ hosts: effective }, on)).toBe(expected);
      expect(effective.every(({ from }, i) => i === 0 || effective[i - 1]!.from < from)).toBe(true);
    }),
    { seed: 20261128, numRuns: 1000 },
  );
});
