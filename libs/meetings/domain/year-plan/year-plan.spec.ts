import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, monthOf, monthsOf, type CalendarDate, type SchoolYear, type TimeOfDay } from '#platform/kernel';
import { isPublicHoliday } from '#platform/holidays';
import { capacityOf } from './capacity.js';
import { usualMeetingOf } from './meeting-rule.js';
import { isNear, mondayOf, PlannedAttendance, type ExpectedParticipants } from './planned-attendance.js';
import { monthKey, planYear, type Decided, type PlannedMonth, type UnitToPlan, type DayAndTime } from './year-plan.js';

const day = (text: string) => text as CalendarDate;
const time = (text: string) => text as TimeOfDay;
const months = monthsOf(2026 as SchoolYear).slice(0, 11);
const unit = (unitId: string, changes: Partial<UnitToPlan> = {}): UnitToPlan => ({
  unitId,
  rule: { nth: 2, weekday: 3, startsAt: time('12:30') },
  months: [months[1]!],
  isAway: isPublicHoliday,
  guestsOn: () => [],
  ...changes,
});
const participantsOf = (of: Record<string, Partial<ExpectedParticipants>>): ReadonlyMap<string, ExpectedParticipants> =>
  new Map(Object.entries(of).map(([unitId, it]) => [unitId, { people: [], services: [], ...it }]));
const decided = (key: string, unitId: string, on: string, startsAt = '12:30'): Decided => ({
  key,
  unitIds: [unitId],
  on: day(on),
  startsAt: time(startsAt),
  movable: true,
  isAway: isPublicHoliday,
});
const plan = (wish: Partial<Parameters<typeof planYear>[0]>) =>
  planYear({ decided: [], units: [], choices: new Map(), participantsByUnit: new Map(), capacity: new Map(), ...wish });
const shown = ({ on, startsAt, collisions, alternative }: PlannedMonth) => [
  `${on} ${startsAt}`,
  collisions.map(({ kind }) => kind).join(),
  alternative && `${alternative.on} ${alternative.startsAt}`,
];

describe('the plan of all units', () => {
  test('an adviser expected at two meetings at once keeps the first; the second gets another week', () => {
    const { months: planned } = plan({
      units: [unit('a'), unit('b'), unit('c')],
      participantsByUnit: participantsOf({
        a: { people: ['adviser'] },
        b: { people: ['adviser'] },
        c: { people: ['another'] },
      }),
    });
    expect(planned.map(shown)).toEqual([
      ['2026-09-09 12:30', '', null],
      ['2026-09-09 12:30', 'person', '2026-09-16 12:30'],
      ['2026-09-09 12:30', '', null],
    ]);
    expect(planned[1]!.collisions).toEqual([
      { kind: 'person', personId: 'adviser', unitId: 'a', on: '2026-09-09', startsAt: '12:30' },
    ]);
  });

  test('two hours are enough time between meetings at different units', () => {
    const meetings = [decided('m', 'a', '2026-09-09', '10:30')];
    const people = participantsOf({ a: { people: ['adviser'] }, b: { people: ['adviser'] } });
    expect(plan({ decided: meetings, units: [unit('b')], participantsByUnit: people }).months[0]!.collisions).toEqual(
      [],
    );
    const nearer = [decided('m', 'a', '2026-09-09', '10:31')];
    expect(
      plan({ decided: nearer, units: [unit('b')], participantsByUnit: people }).months[0]!.collisions,
    ).toHaveLength(1);
  });

  test('a service is not planned for more meetings a week than it can attend', () => {
    const { months: planned } = plan({
      units: [unit('a'), unit('b'), unit('c')],
      participantsByUnit: participantsOf({
        a: { services: ['ppt'] },
        b: { services: ['ppt'] },
        c: { services: ['ppt'] },
      }),
      capacity: new Map([['ppt', 2]]),
    });
    expect(planned[2]!.collisions).toEqual([
      { kind: 'service', serviceId: 'ppt', week: '2026-09-07', wanted: 3, capacity: 2 },
    ]);
    expect(shown(planned[2]!)).toEqual(['2026-09-09 12:30', 'service', '2026-09-16 12:30']);
  });

  test('a unit is not given two meetings at the same hour', () => {
    const { months: planned } = plan({ decided: [decided('m', 'a', '2026-09-09', '12:00')], units: [unit('a')] });
    expect(shown(planned[0]!)).toEqual(['2026-09-09 12:30', 'unit', '2026-09-16 12:30']);
  });

  test('a chosen time precedes times by rule, and is reported on a day without work', () => {
    const people = participantsOf({ a: { people: ['adviser'] }, b: { people: ['adviser'] } });
    const choices = new Map<string, DayAndTime>([
      [monthKey('b', months[1]!), { on: day('2026-09-09'), startsAt: time('13:00') }],
    ]);
    const { months: planned } = plan({ units: [unit('a'), unit('b')], participantsByUnit: people, choices });
    expect(planned.map(({ why }) => why)).toEqual(['by-rule', 'chosen']);
    expect(planned.map(shown)).toEqual([
      ['2026-09-09 12:30', 'person', '2026-09-16 12:30'],
      ['2026-09-09 13:00', '', null],
    ]);
    const sunday = new Map<string, DayAndTime>([
      [monthKey('a', months[1]!), { on: day('2026-09-13'), startsAt: time('12:30') }],
    ]);
    expect(shown(plan({ units: [unit('a')], choices: sunday }).months[0]!)).toEqual([
      '2026-09-13 12:30',
      'free-day',
      // Of two days that are equally near a Sunday's own weekday there is none: the nearest working day.
      '2026-09-14 12:30',
    ]);
  });

  test('a choice in another month is ignored', () => {
    const choices = new Map<string, DayAndTime>([
      [monthKey('a', months[1]!), { on: day('2026-10-14'), startsAt: time('12:30') }],
    ]);
    expect(plan({ units: [unit('a')], choices }).months[0]!.why).toBe('by-rule');
  });

  test('collisions of decided meetings are named too, with another day for the later one', () => {
    const people = participantsOf({ a: { people: ['adviser'] }, b: { people: ['adviser'] } });
    const both = [decided('m1', 'a', '2026-09-09'), decided('m2', 'b', '2026-09-09', '13:00')];
    expect(plan({ decided: both, participantsByUnit: people }).decided).toMatchObject([
      { key: 'm2', alternative: { on: '2026-09-16', startsAt: '13:00' } },
    ]);
    const stuck = both.map((it) => ({ ...it, movable: false }));
    expect(plan({ decided: stuck, participantsByUnit: people }).decided).toMatchObject([
      { key: 'm2', alternative: null },
    ]);
  });

  test('when every day is taken at the wanted hour, another hour is proposed', () => {
    const all = Array.from({ length: 30 }, (_, i) =>
      decided(`m${i}`, 'a', `2026-09-${String(i + 1).padStart(2, '0')}`),
    );
    const people = participantsOf({ a: { people: ['adviser'] }, b: { people: ['adviser'] } });
    expect(shown(plan({ decided: all, units: [unit('b')], participantsByUnit: people }).months[0]!)[2]).toBe(
      '2026-09-09 08:30',
    );
  });

  test('a guest’s participants attend the host’s meetings', () => {
    const people = participantsOf({ guest: { people: ['adviser'] }, b: { people: ['adviser'] } });
    const host = unit('host', { guestsOn: () => ['guest'] });
    expect(plan({ units: [host, unit('b')], participantsByUnit: people }).months[1]!.collisions).toHaveLength(1);
  });
});

const aUnit = (n: number) =>
  fc.record({
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
    weekday: fc.integer({ min: 1, max: 5 }),
    startsAt: fc.constantFrom('08:30', '12:30', '13:00').map(time),
    people: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'), { maxLength: 3 }),
    services: fc.uniqueArray(fc.constantFrom('s1', 's2'), { maxLength: 2 }),
    unitId: fc.constant(`unit-${n}`),
  });
const anyUnits = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => aUnit(n))));
const wishOf = (
  units: readonly (typeof anyUnits extends fc.Arbitrary<infer U> ? U : never)[number][],
  capacity: number,
) => ({
  decided: [],
  choices: new Map<string, DayAndTime>(),
  units: units.map(({ unitId, nth, weekday, startsAt }) =>
    unit(unitId, { rule: { nth, weekday, startsAt }, months: months.slice(0, 3) }),
  ),
  participantsByUnit: new Map(units.map(({ unitId, people, services }) => [unitId, { people, services }])),
  capacity: new Map([
    ['s1', capacity],
    ['s2', capacity],
  ]),
});

test('all proposed alternatives together have no collisions, and each is a working day of its month', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 1, max: 4 }), (units, capacity) => {
      const wish = wishOf(units, capacity);
      const { months: planned } = planYear(wish);
      const attendance = new PlannedAttendance(wish.participantsByUnit, wish.capacity);
      const settled = planned.flatMap(({ unitId, month, on, startsAt, collisions, alternative }) => {
        expect(collisions.length > 0 || alternative === null).toBe(true);
        if (collisions.length > 0 && alternative === null) return [];
        const when = alternative ?? { on: on!, startsAt };
        expect(monthOf(when.on)).toBe(month);
        expect(isWorkingDay(when.on, isPublicHoliday)).toBe(true);
        return [{ key: monthKey(unitId, month), unitIds: [unitId], ...when }];
      });
      for (const meeting of settled) attendance.add(meeting);
      expect(settled.flatMap((meeting) => attendance.collisionsOf(meeting))).toEqual([]);
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('every reported collision is either two close hours of one day or more meetings in a week than the service can attend', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 1, max: 4 }), (units, capacity) => {
      const { months: planned } = planYear(wishOf(units, capacity));
      for (const { on, startsAt, collisions } of planned)
        for (const it of collisions)
          if (it.kind === 'service') expect([it.week, it.wanted > it.capacity]).toEqual([mondayOf(on!), true]);
          else expect([it.on, it.kind === 'free-day' || isNear(it.startsAt, startsAt)]).toEqual([on, true]);
    }),
    { seed: 8, numRuns: 60 },
  );
});

test('a service’s capacity is the set one, or that of its members', () => {
  expect([capacityOf(6, 10), capacityOf(null, 3), capacityOf(null, 0)]).toEqual([6, 12, Number.POSITIVE_INFINITY]);
});

test('a unit’s meeting rule is that of most of its meetings', () => {
  const meetings = ['2025-09-10', '2025-10-08', '2025-11-12', '2025-12-17', '2026-01-15'].map((on) => ({
    on: day(on),
    startsAt: time('13:00'),
    place: 'møterommet',
  }));
  expect(usualMeetingOf(meetings)).toEqual({ rule: { nth: 2, weekday: 3, startsAt: '13:00' }, place: 'møterommet' });
  expect(usualMeetingOf([])).toBeUndefined();
  const last = ['2025-09-30', '2025-10-28', '2025-11-25'].map((on) => ({
    on: day(on),
    startsAt: time('09:00'),
    place: null,
  }));
  expect(usualMeetingOf(last)).toEqual({ rule: { nth: -1, weekday: 2, startsAt: '09:00' }, place: null });
});
