import { expect, test } from '@jest/globals';
import type { CalendarDate, MeetingId, Month, SchoolYear, TimeOfDay, UnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import {
  ExemptionWithdrawn,
  HourBooked,
  HourReleased,
  MonthExempted,
  SchoolYearPlanned,
} from '../../contract/school-year.events.js';
import type { BookHour, PlanSchoolYear, WantedMeeting } from './school-year.commands.js';
import { ordinaryMeetingId, schoolYear } from './school-year.decider.js';

const day = (text: string) => text as CalendarDate;
const month = (text: string) => text as Month;
const unitId = '974552876' as UnitId;
const year = 2026 as SchoolYear;
const rule = { nth: 2 as const, weekday: 2, startsAt: '12:30' as TimeOfDay };
const wanted = (on: string, changes: Partial<WantedMeeting> = {}): WantedMeeting => ({
  month: month(on.slice(0, 7)),
  on: day(on),
  startsAt: rule.startsAt,
  named: false,
  ...changes,
});
const none = { hostUnitId: null, closedDays: [], freeDays: [], busyDays: [] };
const plan = (meetings: readonly WantedMeeting[], changes: Partial<PlanSchoolYear> = {}): PlanSchoolYear => ({
  type: 'PlanSchoolYear',
  unitId,
  schoolYear: year,
  rule,
  place: null,
  jointUnitIds: [],
  meetings,
  force: false,
  facts: none,
  cancelledIds: [],
  freeHours: [],
  ...changes,
});
const planned = (...dates: string[]) =>
  SchoolYearPlanned({
    unitId,
    schoolYear: year,
    rule,
    place: null,
    jointUnitIds: [],
    meetings: dates.map((on) => ({
      meetingId: ordinaryMeetingId(unitId, year, month(on.slice(0, 7))),
      month: month(on.slice(0, 7)),
      on: day(on),
      startsAt: rule.startsAt,
    })),
  });
const exempted = (m: string, reason = 'ombygging') =>
  MonthExempted({ unitId, schoolYear: year, month: month(m), reason });
const exempt = (m: string, reason = 'ombygging') =>
  ({ type: 'ExemptMonth', unitId, schoolYear: year, month: month(m), reason }) as const;
const withdraw = (m: string) => ({ type: 'WithdrawExemption', unitId, schoolYear: year, month: month(m) }) as const;

const a = specification('a school year', schoolYear);
a.accepts('a plan')
  .given()
  .when(plan([wanted('2026-09-08'), wanted('2026-10-13')]))
  .then(planned('2026-09-08', '2026-10-13'));
a.accepts('a whole plan, passing over what is planned or exempt')
  .given(planned('2026-09-08'), exempted('2026-10'))
  .when(plan([wanted('2026-09-08'), wanted('2026-10-13'), wanted('2026-11-10')]))
  .then(planned('2026-11-10'));
a.refuses('a day on which the unit has another meeting at that hour')
  .given()
  .when(plan([wanted('2026-09-08')], { facts: { ...none, busyDays: [day('2026-09-08')] } }))
  .with({ rule: 'UNIT_MEETS_ALREADY', at: 'meetings.0.on' });
a.accepts('that the meeting which stands on the day is its own')
  .given(planned('2026-09-08'))
  .when(plan([wanted('2026-09-08')], { facts: { ...none, busyDays: [day('2026-09-08')] } }))
  .then();
a.accepts('a plan with nothing left to plan')
  .given(planned('2026-09-08'))
  .when(plan([wanted('2026-09-08')]))
  .then();
a.refuses('a whole plan by another weekday or hour, where every month is planned already')
  .given(planned('2026-09-08', '2026-10-13'))
  .when(plan([wanted('2026-09-10'), wanted('2026-10-13', { startsAt: '08:30' as TimeOfDay })]))
  .with('YEAR_PLANNED_OTHERWISE');
a.refuses('a whole plan after one of its meetings was moved to another day')
  .given(
    planned('2026-09-08'),
    HourBooked({
      unitId,
      schoolYear: year,
      meetingId: ordinaryMeetingId(unitId, year, month('2026-09')),
      on: day('2026-09-15'),
      startsAt: rule.startsAt,
      until: null,
    }),
  )
  .when(plan([wanted('2026-09-08')]))
  .with('YEAR_PLANNED_OTHERWISE');
a.accepts('a day that is no working day when that is meant')
  .given()
  .when(plan([wanted('2026-09-12')], { force: true, facts: { ...none, freeDays: [day('2026-09-12')] } }))
  .then(planned('2026-09-12'));
a.refuses('a month that is already planned or exempt, when it is named')
  .given(planned('2026-09-08'), exempted('2026-10'))
  .when(plan([wanted('2026-09-15', { named: true }), wanted('2026-10-13', { named: true })]))
  .with({ rule: 'MONTH_ALREADY_PLANNED', at: 'meetings.0.month' }, { rule: 'MONTH_EXEMPT', at: 'meetings.1.month' });
const cancelled = ordinaryMeetingId(unitId, year, month('2026-09'));
const again = plan([wanted('2026-09-22', { named: true })], { cancelledIds: [cancelled] });
const [anew] = schoolYear.decide(again, schoolYear.evolve(schoolYear.initialState, planned('2026-09-08'))) as [
  ReturnType<typeof planned>,
];
a.accepts('a named month anew after its meeting was cancelled, with a meeting of its own')
  .given(planned('2026-09-08'))
  .when(again)
  .then(
    SchoolYearPlanned({
      ...planned('2026-09-22').data,
      meetings: [{ ...planned('2026-09-22').data.meetings[0]!, meetingId: anew.data.meetings[0]!.meetingId }],
    }),
  );
const [one, other] = ['018f0c5e-0000-7000-8000-0000000000a1', '018f0c5e-0000-7000-8000-0000000000a2'].map(
  (id) => id as MeetingId,
) as [MeetingId, MeetingId];
const at = (meetingId: MeetingId, startsAt: string, on = '2026-11-18') => ({
  meetingId,
  on: day(on),
  startsAt: startsAt as TimeOfDay,
});
const lease = { now: '2026-11-01T08:00:00.000Z', until: '2026-11-01T08:00:30.000Z' };
const booked = (hour: ReturnType<typeof at>, until: string | null = lease.until) =>
  HourBooked({ unitId, schoolYear: year, ...hour, until });
const book = (hour: ReturnType<typeof at>, freeHours: BookHour['freeHours'] = []): BookHour => ({
  type: 'BookHour',
  unitId,
  schoolYear: year,
  ...hour,
  lease,
  freeHours,
});
a.accepts('an hour beside another, on the same day')
  .given(booked(at(one, '12:30')))
  .when(book(at(other, '13:30')))
  .then(booked(at(other, '13:30')));
for (const startsAt of ['12:30', '12:00', '13:29', '11:31'])
  a.refuses(`an hour that overlaps a booked one (${startsAt})`)
    .given(booked(at(one, '12:30')))
    .when(book(at(other, startsAt)))
    .with({ rule: 'UNIT_MEETS_ALREADY', at: 'on' });
a.refuses('an hour that overlaps a meeting of its plan')
  .given(planned('2026-11-17'))
  .when(book(at(other, '12:45', '2026-11-17')))
  .with('UNIT_MEETS_ALREADY');
a.accepts('an hour whose meeting is not there any more')
  .given(booked(at(one, '12:30')))
  .when(book(at(other, '12:30'), [{ ...at(one, '12:30'), until: lease.until }]))
  .then(booked(at(other, '12:30')));
a.accepts('the same hour of the same meeting once')
  .given(booked(at(one, '12:30')))
  .when(book(at(one, '12:30')))
  .then();
a.accepts('an hour that the meeting booked there has left for another')
  .given(booked(at(one, '12:30')), booked(at(one, '14:30')))
  .when(book(at(other, '12:30')))
  .then(booked(at(other, '12:30')));
const release = { type: 'ReleaseHour', unitId, schoolYear: year, meetingId: one } as const;
const released = HourReleased({ unitId, schoolYear: year, meetingId: one });
a.accepts('that a booked hour is given back')
  .given(booked(at(one, '12:30')))
  .when(release)
  .then(released);
a.accepts('that an hour is given back which is not booked, which changes nothing').given().when(release).then();
a.accepts('another meeting at an hour that was given back')
  .given(booked(at(one, '12:30')), released)
  .when(book(at(other, '12:30')))
  .then(booked(at(other, '12:30')));
a.refuses('to plan a month at an hour that was booked meanwhile')
  .given(booked(at(one, '13:00', '2026-09-08')))
  .when(plan([wanted('2026-09-08')]))
  .with({ rule: 'UNIT_MEETS_ALREADY', at: 'meetings.0.on' });
a.refuses('that month once more while the new meeting stands')
  .given(planned('2026-09-08'), anew)
  .when(again)
  .with({ rule: 'MONTH_ALREADY_PLANNED', at: 'meetings.0.month' });
a.accepts('a whole plan, passing over a month whose meeting was cancelled')
  .given(planned('2026-09-08'))
  .when(plan([wanted('2026-09-22')], { cancelledIds: [cancelled] }))
  .then();
test('a meeting that replaces a cancelled one is a new meeting', () => {
  expect(anew.data.meetings[0]!.meetingId).not.toBe(cancelled);
});
a.refuses('every day that is wrong, all at once')
  .given()
  .when(
    plan(
      [
        wanted('2026-09-12'),
        wanted('2026-09-15'),
        wanted('2026-10-13', { month: month('2026-11') }),
        wanted('2027-08-10'),
        wanted('2026-12-08'),
      ],
      { place: 'hos 15817012345', facts: { ...none, freeDays: [day('2026-09-12')], closedDays: [day('2026-12-08')] } },
    ),
  )
  .with(
    { rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'place' },
    { rule: 'DAY_NOT_A_WORKING_DAY', at: 'meetings.0.on' },
    { rule: 'MONTH_NAMED_TWICE', at: 'meetings.1.month' },
    { rule: 'DAY_IN_OTHER_MONTH', at: 'meetings.2.on' },
    { rule: 'DAY_OUTSIDE_SCHOOL_YEAR', at: 'meetings.3.on' },
    { rule: 'UNIT_NOT_OPEN_THAT_DAY', at: 'meetings.4.on' },
  );
a.refuses('a unit that meets at another’s table')
  .given()
  .when(plan([wanted('2026-09-08')], { facts: { ...none, hostUnitId: '974777630' } }))
  .with('MEETS_AT_ANOTHER_TABLE');
a.refuses('a plan without any month: it would be told as decided').given().when(plan([])).with('NO_MONTH_TO_PLAN');

a.accepts('an exemption with a reason').given().when(exempt('2026-10')).then(exempted('2026-10'));
a.accepts('an exemption of a planned month')
  .given(planned('2026-10-13'))
  .when(exempt('2026-10'))
  .then(exempted('2026-10'));
a.accepts('the same exemption once').given(exempted('2026-10')).when(exempt('2026-10')).then();
a.accepts('that an exemption is withdrawn, and the month can be planned')
  .given(exempted('2026-10'))
  .when(withdraw('2026-10'))
  .then(ExemptionWithdrawn({ unitId, schoolYear: year, month: month('2026-10') }));
a.accepts('a plan for a month whose exemption is withdrawn')
  .given(exempted('2026-10'), ExemptionWithdrawn({ unitId, schoolYear: year, month: month('2026-10') }))
  .when(plan([wanted('2026-10-13', { named: true })]))
  .then(planned('2026-10-13'));
a.refuses('an exemption for another reason')
  .given(exempted('2026-10'))
  .when(exempt('2026-10', 'streik'))
  .with('MONTH_ALREADY_EXEMPT');
a.refuses('an exemption outside the year')
  .given()
  .when(exempt('2027-08'))
  .with({ rule: 'MONTH_OUTSIDE_SCHOOL_YEAR', at: 'month' });
a.refuses('a national number in the reason')
  .given()
  .when(exempt('2026-10', '15817012345'))
  .with({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' });
a.refuses('to withdraw what is not exempt').given().when(withdraw('2026-10')).with('MONTH_NOT_EXEMPT');
