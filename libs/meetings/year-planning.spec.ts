import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  isRefused,
  type CalendarDate,
  type Month,
  type SchoolYear,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import { adviser, otherUnitId, unitId } from './domain/meeting/meeting.examples.js';
import { FreeDaysAnswer, FreeDaysWanted } from './features/list-free-days/list-free-days.dto.js';
import { ListFreeDays } from './features/list-free-days/list-free-days.query.js';
import { CancelMeeting } from './features/cancel-meeting.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { PlanSchoolYear } from './features/plan-school-year.js';
import { PlanSchoolYears } from './features/plan-school-years.js';
import { ProposalsAnswer, ProposeForAllBody } from './features/propose-school-year/propose-school-year.dto.js';
import { ProposeForAll } from './features/propose-school-year/propose-school-year.query.js';
import { ordinaryMeetingId } from './domain/school-year/school-year.decider.js';
import { asker, context, freeUnitId, guestUnitId, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';

jest.setTimeout(30_000);

const year = 2027 as SchoolYear;
const rule = { nth: 2 as const, weekday: 3, startsAt: '12:30' as TimeOfDay };
const when = (on: string, startsAt = '12:30') => ({
  month: on.slice(0, 7) as Month,
  on: on as CalendarDate,
  startsAt: startsAt as TimeOfDay,
});
let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

const propose = async (changes: object = {}) =>
  ProposalsAnswer.parse(
    await underTest.queries.execute(
      new ProposeForAll(year, ProposeForAllBody.parse({ rule, ...changes }), asker('coordinator')),
    ),
  );
const of = (answer: ProposalsAnswer, id: string) => answer.units.find((it) => it.unitId === id)!;
type ProposalsAnswer = Awaited<ReturnType<typeof propose>>;
const plan = (units: PlanSchoolYears['body']['units'], commandId?: string) =>
  underTest.commands.execute(new PlanSchoolYears(year, { units }, context(commandId ? { commandId } : {})));

test('dates are proposed for all units at once, except guests and units that are not obliged', async () => {
  const answer = await propose();
  expect(of(answer, unitId).proposed).toHaveLength(11);
  expect(of(answer, guestUnitId)).toMatchObject({ hostUnitId: unitId, obliged: true, proposed: [] });
  expect(of(answer, freeUnitId)).toMatchObject({ hostUnitId: null, obliged: false, proposed: [] });
  expect(of(answer, unitId).proposed[1]).toMatchObject({ on: '2027-09-08', why: 'by-rule', collisions: [] });
});

test('a rule alone plans nothing for a unit that is not obliged, and the answer reports it', async () => {
  const body = { rule, place: null, force: false };
  const outcome = await underTest.commands.execute(new PlanSchoolYear(freeUnitId as UnitId, year, body, context()));
  expect(outcome).toMatchObject({ refused: [{ rule: 'NO_MONTH_TO_PLAN' }] });
});

test('the shown plan is decided unit by unit; a repeat changes nothing, and a refused unit is named', async () => {
  const wanted = [
    { unitId, rule, place: null, meetings: [when('2027-09-08'), when('2027-10-13')] },
    { unitId: otherUnitId, rule, place: null, meetings: [when('2027-09-12')] },
  ];
  const commandId = '018f0c5e-0000-7000-8000-0000000000ff';
  const done = await plan(wanted, commandId);
  expect(done.map(({ outcome }) => isRefused(outcome))).toEqual([false, true]);
  expect(done[1]!.outcome).toMatchObject({ refused: [{ rule: 'DAY_NOT_A_WORKING_DAY', at: 'meetings.0.on' }] });
  expect((await plan(wanted, commandId))[0]!.outcome).toMatchObject({ revision: 0n });
  await underTest.react();
  await underTest.seen();
  const answer = await propose();
  expect(of(answer, unitId).decided.map(({ on }) => on)).toEqual(['2027-09-08', '2027-10-13']);
  expect(of(answer, unitId).proposed.map(({ month }) => month)).not.toContain('2027-09');
});

test('a month whose meeting was cancelled is proposed again, and marked as such', async () => {
  const cancelled = ordinaryMeetingId(unitId, year, '2027-10' as Month);
  await underTest.commands.execute(new CancelMeeting(cancelled, { reason: 'streik' }, asker('coordinator'), context()));
  await underTest.seen();
  const month = of(await propose(), unitId).proposed.find((it) => it.month === '2027-10')!;
  expect(month).toMatchObject({ wasCancelled: true, on: '2027-10-13' });
  const [done] = await plan([{ unitId, rule, place: null, meetings: [when('2027-10-20')] }]);
  expect(isRefused(done!.outcome)).toBe(false);
  await underTest.react();
  await underTest.seen();
});

test('a chosen day that collides is answered with another day; a rule of one unit applies to it alone', async () => {
  const answer = await propose({
    rules: [{ ...rule, unitId: otherUnitId, weekday: 2 }],
    choices: [{ unitId, ...when('2027-11-10', '12:00') }],
  });
  expect(of(answer, otherUnitId).proposed[0]!.on).toBe('2027-08-10');
  const chosen = of(answer, unitId).proposed.find(({ month }) => month === '2027-11')!;
  expect(chosen).toMatchObject({ why: 'chosen', startsAt: '12:00', collisions: [] });
  const sunday = await propose({ choices: [{ unitId, ...when('2027-11-14') }] });
  expect(of(sunday, unitId).proposed.find(({ month }) => month === '2027-11')).toMatchObject({
    collisions: [{ kind: 'free-day', on: '2027-11-14' }],
    alternative: { startsAt: '12:30' },
  });
});

test('a unit is refused a second meeting at the same hour', async () => {
  const body = PlanMeetingBody.parse({ unitIds: [unitId], on: '2027-09-08', startsAt: '13:00' });
  const again = await underTest.commands.execute(new PlanMeeting(body, asker(), context()));
  expect(again).toMatchObject({ refused: [{ rule: 'UNIT_MEETS_ALREADY', at: 'on' }] });
  const later = await underTest.commands.execute(
    new PlanMeeting({ ...body, startsAt: '14:00' as TimeOfDay }, asker(), context()),
  );
  expect(isRefused(later)).toBe(false);
  await underTest.seen();
  const [done] = await plan([{ unitId: otherUnitId, rule, place: null, meetings: [when('2027-09-08')] }]);
  expect(isRefused(done!.outcome)).toBe(false);
});

test('the days of a month list the participants who are occupied, and the reason for a day without work', async () => {
  const days = FreeDaysAnswer.parse(
    await underTest.queries.execute(
      new ListFreeDays(unitId, '2027-09' as Month, FreeDaysWanted.parse({ startsAt: '12:00' }), asker()),
    ),
  ).items;
  expect(days).toHaveLength(30);
  expect(days[7]).toMatchObject({ on: '2027-09-08', unitMeets: '12:30' });
  expect(days[7]!.busy.map(({ personId }) => personId)).toContain(adviser);
  expect(days[8]).toMatchObject({ away: null, busy: [], full: [], unitMeets: null });
  expect(days[10]).toMatchObject({ away: { kind: 'weekend' } });
  const own = ordinaryMeetingId(unitId, year, '2027-09' as Month);
  const moving = FreeDaysAnswer.parse(
    await underTest.queries.execute(
      new ListFreeDays(unitId, '2027-09' as Month, FreeDaysWanted.parse({ meetingId: own }), asker()),
    ),
  ).items;
  // The later meeting on the same day is a different one.
  expect(moving[7]).toMatchObject({ unitMeets: '14:00' });
});
