import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, CalendarDate } from '#platform/kernel';
import { closedAfter, isClosedOn, reopenedFrom, standingClosure, withoutLatest, type Closures } from './index.js';

const day = (text: string) => CalendarDate.parse(text);
const closed = (lastDay: string, reopens: string | null = null, reason: string | null = null) => ({
  lastDay: day(lastDay),
  reopens: reopens === null ? null : day(reopens),
  reason,
});

test('closed from the day after the last open day until the day it reopens, and open before and after', () => {
  const closures = [closed('2026-07-31', '2027-08-01'), closed('2028-06-30')];
  const isClosed = (text: string) => isClosedOn(closures, day(text));
  expect(['2026-08-01', '2027-07-31', '2028-07-01', '2099-01-01'].every(isClosed)).toBe(true);
  expect(['2020-01-01', '2026-07-31', '2027-08-01', '2028-06-30'].some(isClosed)).toBe(false);
});

test('the shown closure is the current or announced one, never a past one', () => {
  const closures = [closed('2026-07-31', '2027-08-01')];
  expect(standingClosure(closures, day('2026-01-01'))).toEqual(closures[0]);
  expect(standingClosure(closures, day('2027-07-31'))).toEqual(closures[0]);
  expect(standingClosure(closures, day('2027-08-01'))).toBeUndefined();
  expect(standingClosure([], day('2027-08-01'))).toBeUndefined();
});

test('another day for a closure replaces the first; after a reopening it is a new closure', () => {
  expect(closedAfter([closed('2027-07-31')], day('2027-12-31'), 'ny dato')).toEqual([
    closed('2027-12-31', null, 'ny dato'),
  ]);
  expect(closedAfter([closed('2027-07-31')], day('2027-06-30'), null)).toEqual([closed('2027-06-30')]);
  const over = closed('2024-07-31', '2025-08-01');
  expect(closedAfter([over], day('2027-07-31'), null)).toEqual([over, closed('2027-07-31')]);
});

test('when a unit was closed again before its reopening day, the days of both closures remain', () => {
  expect(closedAfter([closed('2026-07-31', '2027-08-01')], day('2026-12-31'), null)).toEqual([closed('2026-07-31')]);
});

test('a closure reopened before its first closed day does not count', () => {
  expect(reopenedFrom([closed('2027-07-31')], day('2027-08-01'))).toEqual([]);
  expect(reopenedFrom([closed('2027-07-31')], day('2027-08-02'))).toEqual([closed('2027-07-31', '2027-08-02')]);
  expect(reopenedFrom([], day('2027-08-01'))).toEqual([]);
  expect(withoutLatest([closed('2027-07-31')])).toEqual([]);
});

const days = fc.integer({ min: 0, max: 40 }).map((n) => addDays(day('2026-08-01'), n));
const changes = fc.array(
  fc.record({ what: fc.constantFrom('close' as const, 'reopen' as const, 'withdraw' as const), on: days }),
  { maxLength: 12 },
);
const folded = (all: readonly { what: 'close' | 'reopen' | 'withdraw'; on: CalendarDate }[]) =>
  all.reduce<Closures>((before, { what, on }) => {
    if (what === 'close') return closedAfter(before, on, null);
    return what === 'reopen' ? reopenedFrom(before, on) : withoutLatest(before);
  }, []);

test('any sequence of changes gives ordered, separate periods; closed after a closing, open from a reopening', () => {
  fc.assert(
    fc.property(changes, days, (all, on) => {
      const closures = folded(all);
      for (const [i, { lastDay, reopens }] of closures.entries()) {
        expect(reopens === null || reopens > addDays(lastDay, 1)).toBe(true);
        expect(reopens !== null || i === closures.length - 1).toBe(true);
        const before = closures[i - 1];
        if (before) expect(before.reopens! <= lastDay).toBe(true);
      }
      expect(isClosedOn(closedAfter(closures, on, null), addDays(on, 1))).toBe(true);
      if (!isClosedOn(closures, on)) expect(isClosedOn(reopenedFrom(closures, on), on)).toBe(false);
    }),
    { seed: 20261128, numRuns: 500 },
  );
});
