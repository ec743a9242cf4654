import { describe, expect, test } from '@jest/globals';
import { addDays, instantAt, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import {
  heldMeetings,
  indicatorNumbered,
  INDICATORS,
  isWithin,
  leftOutOf,
  periodOf,
  sharedCases,
  wholeFigure,
  type Case,
} from '#statistics/contract';
import { FoldedFacts } from './folded-facts.js';
import { generatedHistory } from './generated.js';

const PERIOD = periodOf('2026-2027')!;
const NOON = '12:00' as TimeOfDay;
const SEPTEMBER = '2026-09-01' as CalendarDate;
const MOMENTS = ['2026-09-20', '2026-11-10'].map((day) => instantAt(day as CalendarDate, NOON));
const MONTHS_BEGUN = [2, 4];

const folded = new FoldedFacts((await generatedHistory(6)).events);
const known = MOMENTS.map((moment) => folded.all(moment));
const idsOf = (cases: readonly Case[]) => cases.map(({ subject }) => subject.id);

describe.each(known.map((facts, i) => ({ facts, months: MONTHS_BEGUN[i]! })))(
  'after $months months of the school year',
  ({ facts, months }) => {
    const of = (id: number) => {
      const { cases, leftOut = [] } = indicatorNumbered(id);
      return {
        inside: idsOf(cases(facts, PERIOD)),
        outside: leftOut.flatMap((reason) => idsOf(reason.cases(facts, PERIOD))),
      };
    };

    test.each([1, 2, 5])('each month of each unit is in figure %i, or left out for one reason', (id) => {
      const { inside, outside } = of(id);
      const all = [...inside, ...outside];
      expect(new Set(all).size).toBe(all.length);
      expect(all).toHaveLength(facts.units.length * months);
    });

    test.each([7, 9, 14, 17])('each held meeting is in figure %i, or left out for one reason', (id) => {
      const { inside, outside } = of(id);
      const held = heldMeetings(facts, PERIOD).map(({ meetingId }) => meetingId);
      expect([...inside, ...outside].toSorted()).toEqual(held.toSorted());
    });

    test('each follow-up date of the period has passed and is counted, or is left out', () => {
      const { inside, outside } = of(13);
      const dates = facts.actions.flatMap(({ actionId, followUps }) =>
        followUps.filter(({ dueOn }) => isWithin(PERIOD, dueOn)).map(() => actionId),
      );
      expect([...inside, ...outside].toSorted()).toEqual(dates.toSorted());
      expect(outside).not.toEqual([]);
    });

    test('each meeting of the period is counted, or its day has not come', () => {
      const { inside, outside } = of(6);
      const all = facts.meetings.filter(({ on }) => isWithin(PERIOD, on)).map(({ meetingId }) => meetingId);
      expect([...inside, ...outside].toSorted()).toEqual(all.toSorted());
    });

    test('an action without a judgement, or abandoned, is not among those that were judged', () => {
      for (const id of [21, 22, 24, 25]) {
        const { inside, outside } = of(id);
        expect(outside.filter((action) => inside.includes(action))).toEqual([]);
      }
    });
  },
);

test('the count is that of the units that are asked for, and only reasons with cases are told', () => {
  const [facts] = known;
  const indicator = indicatorNumbered(2);
  const whole = leftOutOf(indicator, facts!, PERIOD, {});
  expect(whole.map(({ count }) => count > 0)).not.toContain(false);
  const byUnit = facts!.units.flatMap(({ unitId }) => leftOutOf(indicator, facts!, PERIOD, { unitIds: [unitId] }));
  for (const { key, count } of whole)
    expect(byUnit.filter((it) => it.key === key).reduce((sum, it) => sum + it.count, 0)).toBe(count);
});

test('every reason is told for some indicator and day of the history', () => {
  const all = new Set(INDICATORS.flatMap(({ leftOut = [] }) => leftOut.map(({ key }) => key)));
  // A meeting waits for its protocol for a few days only.
  const days = Array.from({ length: 30 }, (_, i) => folded.all(instantAt(addDays(SEPTEMBER, i), NOON)));
  const told = [...known, ...days].flatMap((facts) =>
    INDICATORS.flatMap((it) => [PERIOD, periodOf('2025-2026')!].flatMap((period) => leftOutOf(it, facts, period, {}))),
  );
  expect([...new Set(told.map(({ key }) => key))].toSorted()).toEqual([...all].toSorted());
});

test('the shared cases are those by which the parts of the units exceed the whole', () => {
  const { cases } = wholeFigure(indicatorNumbered(7), known[1]!, PERIOD, {});
  const excess = cases.reduce((sum, { unitIds }) => sum + unitIds.length - 1, 0);
  expect(sharedCases(cases)).toBeLessThanOrEqual(excess);
  expect(sharedCases(cases) > 0).toBe(excess > 0);
});
