import {
  holdsNationalNumber,
  isSame,
  monthOf,
  never,
  refuse,
  refuseAll,
  schoolYearOf,
  stableId,
  type BrokenRule,
  type Decider,
  type MeetingId,
  type Month,
  type Refused,
} from '#platform/kernel';
import {
  ExemptionWithdrawn,
  HourBooked,
  HourReleased,
  MonthExempted,
  SchoolYearPlanned,
  type SchoolYearEvent,
} from '../../contract/school-year.events.js';
import { overlapping, withHour, withoutMeeting, type BookedHour } from './booked-hours.js';
import type {
  BookHour,
  ExemptMonth,
  PlanSchoolYear,
  ReleaseHour,
  SchoolYearCommand,
  WantedMeeting,
  WithdrawExemption,
} from './school-year.commands.js';
import type { SchoolYearPlan } from './school-year.state.js';

export type SchoolYearRule =
  | 'MEETS_AT_ANOTHER_TABLE'
  | 'NO_MONTH_TO_PLAN'
  | 'UNIT_NOT_OPEN_THAT_DAY'
  | 'UNIT_MEETS_ALREADY'
  | 'DAY_OUTSIDE_SCHOOL_YEAR'
  | 'DAY_IN_OTHER_MONTH'
  | 'DAY_NOT_A_WORKING_DAY'
  | 'MONTH_NAMED_TWICE'
  | 'MONTH_ALREADY_PLANNED'
  | 'YEAR_PLANNED_OTHERWISE'
  | 'MONTH_EXEMPT'
  | 'MONTH_ALREADY_EXEMPT'
  | 'MONTH_NOT_EXEMPT'
  | 'MONTH_OUTSIDE_SCHOOL_YEAR'
  | 'NATIONAL_NUMBER_IN_TEXT';

type Answer = readonly SchoolYearEvent[] | Refused<SchoolYearRule>;

/** A unit's school year: its planned and its exempt months (workflow § 3.1). */
export const schoolYear: Decider<SchoolYearPlan, SchoolYearCommand, SchoolYearEvent, SchoolYearRule> = {
  initialState: { planned: {}, exempt: {}, booked: [] },
  decide,
  evolve,
};

/** The same month of the same unit always has the same ordinary meeting id, so that planning twice creates it once. */
export const ordinaryMeetingId = (unitId: string, year: number, month: Month): MeetingId =>
  stableId(unitId, year, month, 'ordinary') as MeetingId;

function decide(command: SchoolYearCommand, state: SchoolYearPlan): Answer {
  switch (command.type) {
    case 'PlanSchoolYear':
      return plan(command, state);
    case 'ExemptMonth':
      return exempt(command, state);
    case 'WithdrawExemption':
      return withdraw(command, state);
    case 'BookHour':
      return book(command, state);
    case 'ReleaseHour':
      return release(command, state);
    default:
      return never(command);
  }
}

function plan(command: PlanSchoolYear, state: SchoolYearPlan): Answer {
  if (command.facts.hostUnitId !== null) return refuse('MEETS_AT_ANOTHER_TABLE');
  if (command.meetings.length === 0) return refuse('NO_MONTH_TO_PLAN');
  const broken = refuseAll(brokenBy(command, state));
  if (broken) return broken;
  const meetings = command.meetings
    .filter((it) => isFree(it, command, state) && !(it.month in state.exempt))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
  if (meetings.length === 0)
    return command.meetings.some((it) => standsOtherwise(it, command, state)) ? refuse('YEAR_PLANNED_OTHERWISE') : [];
  const { unitId, schoolYear: year, rule, place } = command;
  return [
    SchoolYearPlanned({
      unitId,
      schoolYear: year,
      rule,
      place,
      jointUnitIds: [...command.jointUnitIds],
      meetings: meetings.map(({ month, on, startsAt }) => ({
        meetingId: nextMeetingId(unitId, year, month, state.planned[month]),
        month,
        on,
        startsAt,
      })),
    }),
  ];
}

/**
 * True when no meeting is decided for the month. After a cancellation the month is free only when chosen by the user; a
 * plan of the whole year skips it, since it was cancelled on purpose.
 */
function isFree(
  { month, named }: WantedMeeting,
  { cancelledIds }: PlanSchoolYear,
  { planned }: SchoolYearPlan,
): boolean {
  const meetingId = planned[month];
  return meetingId === undefined || (named && cancelledIds.includes(meetingId));
}

/** True when the month's meeting is at another day or time than the wanted one. */
function standsOtherwise(
  { month, on, startsAt }: WantedMeeting,
  { cancelledIds }: PlanSchoolYear,
  { planned, exempt, booked }: SchoolYearPlan,
): boolean {
  const hour = booked.find(({ meetingId }) => meetingId === planned[month]);
  if (month in exempt || hour === undefined || cancelledIds.includes(hour.meetingId)) return false;
  return hour.on !== on || hour.startsAt !== startsAt;
}

/**
 * A meeting that replaces a cancelled one has an id derived from that one's, so that planning twice creates it once.
 */
const nextMeetingId = (unitId: string, year: number, month: Month, cancelledId: string | undefined): MeetingId =>
  cancelledId === undefined
    ? ordinaryMeetingId(unitId, year, month)
    : (stableId(cancelledId, 'in the place of') as MeetingId);

function brokenBy(command: PlanSchoolYear, state: SchoolYearPlan): BrokenRule<SchoolYearRule>[] {
  const broken: BrokenRule<SchoolYearRule>[] = [];
  if (command.place !== null && holdsNationalNumber(command.place))
    broken.push({ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'place' });
  const seen = new Set<Month>();
  for (const [i, wanted] of command.meetings.entries()) {
    const { month, on, named } = wanted;
    const no = (rule: SchoolYearRule, field: 'on' | 'month') => broken.push({ rule, at: `meetings.${i}.${field}` });
    if (seen.has(month)) no('MONTH_NAMED_TWICE', 'month');
    seen.add(month);
    if (named && !isFree(wanted, command, state)) no('MONTH_ALREADY_PLANNED', 'month');
    if (named && month in state.exempt) no('MONTH_EXEMPT', 'month');
    if (schoolYearOf(on) !== command.schoolYear) no('DAY_OUTSIDE_SCHOOL_YEAR', 'on');
    else if (monthOf(on) !== month) no('DAY_IN_OTHER_MONTH', 'on');
    if (command.facts.closedDays.includes(on)) no('UNIT_NOT_OPEN_THAT_DAY', 'on');
    else if (!command.force && command.facts.freeDays.includes(on)) no('DAY_NOT_A_WORKING_DAY', 'on');
    if (isFree(wanted, command, state) && isBusy(wanted, command, state)) no('UNIT_MEETS_ALREADY', 'on');
  }
  return broken;
}

/** True when another meeting of the unit is at that hour, by the register or by the hours reserved since. */
function isBusy(wanted: WantedMeeting, { facts, freeHours }: PlanSchoolYear, { booked }: SchoolYearPlan): boolean {
  return facts.busyDays.includes(wanted.on) || overlapping(booked, wanted, undefined).some(isNotIn(freeHours));
}

const isNotIn = (hours: readonly BookedHour[]) => (hour: BookedHour) => !hours.some((it) => isSame(it, hour));

function book({ type: _, lease, freeHours, ...hour }: BookHour, { booked }: SchoolYearPlan): Answer {
  const own = booked.find(({ meetingId }) => meetingId === hour.meetingId);
  const isOurs = own?.on === hour.on && own.startsAt === hour.startsAt;
  if (isOurs && (own.until === null || (lease !== null && own.until > lease.now))) return [];
  if (overlapping(booked, hour, hour.meetingId).some(isNotIn(freeHours))) return refuse('UNIT_MEETS_ALREADY', 'on');
  return [HourBooked({ ...hour, until: lease?.until ?? null })];
}

function release({ type: _, ...hour }: ReleaseHour, { booked }: SchoolYearPlan): Answer {
  return booked.some(({ meetingId }) => meetingId === hour.meetingId) ? [HourReleased(hour)] : [];
}

function exempt({ unitId, schoolYear: year, month, reason }: ExemptMonth, state: SchoolYearPlan): Answer {
  if (schoolYearOf(month) !== year) return refuse('MONTH_OUTSIDE_SCHOOL_YEAR', 'month');
  if (holdsNationalNumber(reason)) return refuse('NATIONAL_NUMBER_IN_TEXT', 'reason');
  if (state.exempt[month] === reason) return [];
  if (month in state.exempt) return refuse('MONTH_ALREADY_EXEMPT', 'month');
  return [MonthExempted({ unitId, schoolYear: year, month, reason })];
}

function withdraw({ unitId, schoolYear: year, month }: WithdrawExemption, state: SchoolYearPlan): Answer {
  if (!(month in state.exempt)) return refuse('MONTH_NOT_EXEMPT', 'month');
  return [ExemptionWithdrawn({ unitId, schoolYear: year, month })];
}

function evolve(state: SchoolYearPlan, event: SchoolYearEvent): SchoolYearPlan {
  switch (event.type) {
    case 'meetings.SchoolYearPlanned': {
      const added = event.data.meetings.map(({ month, meetingId }) => [month, meetingId]);
      const hours = event.data.meetings.map(({ meetingId, on, startsAt }) => ({
        meetingId,
        on,
        startsAt,
        until: null,
      }));
      return {
        ...state,
        planned: { ...state.planned, ...(Object.fromEntries(added) as Record<string, string>) },
        booked: hours.reduce(withHour, state.booked),
      };
    }
    case 'meetings.MonthExempted':
      return { ...state, exempt: { ...state.exempt, [event.data.month]: event.data.reason } };
    case 'meetings.ExemptionWithdrawn': {
      const { [event.data.month]: _, ...rest } = state.exempt;
      return { ...state, exempt: rest };
    }
    case 'meetings.HourBooked': {
      const { meetingId, on, startsAt, until } = event.data;
      return { ...state, booked: withHour(state.booked, { meetingId, on, startsAt, until }) };
    }
    case 'meetings.HourReleased':
      return { ...state, booked: withoutMeeting(state.booked, event.data.meetingId) };
    default:
      return never(event);
  }
}
