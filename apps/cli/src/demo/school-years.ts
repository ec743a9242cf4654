import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  monthOf,
  monthsOf,
  schoolYearOf,
  type CalendarDate,
  type MeetingId,
  type Month,
  type SchoolYear,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import { ordinaryMeetingId, proposeDates } from '#meetings';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { AT, isClosed, on, type World } from './demo-world.js';
import { scheduleMeeting, placeOf } from './meetings.js';
import type { DemoUnit } from './organisation.js';
import { EXEMPT_BECAUSE, EXTRAORDINARY_BECAUSE } from './texts.js';

/** Plans a unit's school years: scheduled in June before, then run month by month. */
export function scheduleSchoolYears(world: World, unit: DemoUnit): void {
  if (unit.exempt !== undefined || unit.host !== undefined) return;
  world.roster.schoolYears.forEach((year, i) => {
    if (isWithout(unit, year)) return;
    const begins = unit.opens ?? world.roster.organisation.begins;
    const isFirst = i === 0 || (unit.opens !== undefined && schoolYearOf(unit.opens) === year);
    const planned = isFirst ? addDays(begins, 2) : (`${year}-06-04` as CalendarDate);
    on(world, unit, planned, AT.morning, (day) => planYear(world, unit, year as SchoolYear, day));
    foreseeExtraordinary(world, unit, year);
    foreseeTransition(world, unit, year);
  });
}

/** True when the unit has not opened yet in the school year, or closed before it. */
const isWithout = ({ opens, closes }: DemoUnit, year: number): boolean =>
  (opens !== undefined && year < schoolYearOf(opens)) || (closes !== undefined && year > schoolYearOf(closes));

async function planYear(world: World, unit: DemoUnit, year: SchoolYear, today: CalendarDate): Promise<void> {
  const { demoCommands, roster, random } = world;
  const months = monthsOf(year).filter((month) =>
    DEFAULT_SETTINGS.mandatoryMonths[unit.kind].includes(Number(month.slice(5))),
  );
  const startsAt = unit.rule.startsAt as TimeOfDay;
  const meetings = proposeDates(unit.rule, months, roster.isFree(unit)).flatMap(({ month, on: day }) =>
    day === null || day <= today ? [] : [{ month, on: day, startsAt, named: false }],
  );
  if (meetings.length === 0) return;
  const guests = roster.organisation.units.filter(({ host }) => host === unit.id).map(({ id }) => id as UnitId);
  await demoCommands.runThrough(
    'schoolyear',
    `${unit.id}.${year}`,
    {
      type: 'PlanSchoolYear',
      unitId: unit.id as UnitId,
      schoolYear: year,
      rule: { nth: unit.rule.nth, weekday: unit.rule.weekday, startsAt },
      place: placeOf(unit),
      jointUnitIds: guests,
      meetings,
      force: false,
      facts: { hostUnitId: null, closedDays: [], freeDays: [], busyDays: [] },
      cancelledIds: [],
      freeHours: [],
    },
    roster.coordinator,
  );
  const ordinary = meetings.map(({ month, on: day }) => ({
    meetingId: ordinaryMeetingId(unit.id, year, month),
    on: day,
  }));
  world.plannedDays.plan(unit.id, year, ordinary);
  const letOff = exemptMonth(world, unit, year, months);
  for (const { month, on: day } of meetings) {
    if (month === letOff && !isHeldThoughExempt(world, unit, month)) continue;
    const meetingId = ordinaryMeetingId(unit.id, year, month);
    scheduleMeeting(world, unit, { meetingId, on: day, guests, random: random.for('meeting', unit.id, month) });
  }
  const isPlanned = meetings.some(({ month, on: day }) => month === letOff && !isClosed(unit, day));
  if (letOff !== undefined && isPlanned) foreseeExemption(world, unit, year, letOff, today);
}

/** Exempts one unit in eight from one month in a year. */
function exemptMonth(world: World, unit: DemoUnit, year: number, months: readonly Month[]): Month | undefined {
  const random = world.random.for('exempt', unit.id, year);
  const certain = world.rare?.exemptMonth(unit, year, months);
  return certain ?? (random.chance(0.12) ? random.pick(months.slice(2, 9)) : undefined);
}

/** True when the unit meets in a month from which it is exempt; only in a history of many years. */
const isHeldThoughExempt = ({ rare }: World, unit: DemoUnit, month: Month): boolean =>
  rare?.isHeldThoughExempt(unit, month) ?? false;

function foreseeExemption(world: World, unit: DemoUnit, schoolYear: SchoolYear, month: Month, today: CalendarDate) {
  const random = world.random.for('exempt-because', unit.id, month);
  const day = addDays(`${month}-01` as CalendarDate, -20);
  on(world, unit, day < today ? today : day, AT.morning, async () => {
    const reason = random.pick(EXEMPT_BECAUSE);
    await world.demoCommands.runThrough(
      'schoolyear',
      `${unit.id}.${schoolYear}`,
      { type: 'ExemptMonth', unitId: unit.id as UnitId, schoolYear, month, reason },
      world.roster.coordinator,
    );
    if (isHeldThoughExempt(world, unit, month)) return;
    const meetingId = ordinaryMeetingId(unit.id, schoolYear, month);
    await world.demoCommands.run(
      'meeting',
      meetingId,
      { type: 'CancelMeeting', reason: `Fritak: ${reason}` },
      world.roster.coordinator,
    );
    world.plannedDays.cancel(unit.id, meetingId, `${month}-01` as CalendarDate);
  });
}

/** Plans an extraordinary meeting (R19): about one unit in three, once a year. */
function foreseeExtraordinary(world: World, unit: DemoUnit, year: number): void {
  const random = world.random.for('extraordinary', unit.id, year);
  if (!random.chance(0.35)) return;
  const called = addDays(`${year}-09-15` as CalendarDate, random.between(0, 240));
  on(world, unit, called, AT.morning, async (today) => {
    const isFree = world.roster.isFree(unit);
    const day = addWorkingDays(today, random.between(2, 5), isFree);
    if (monthOf(day) > `${year + 1}-06` || isClosed(unit, day)) return;
    const meetingId = world.demoCommands.id('extraordinary', unit.id, year) as MeetingId;
    await plan(world, unit, meetingId, day, 'extraordinary', [], random.pick(EXTRAORDINARY_BECAUSE), year);
    scheduleMeeting(world, unit, { meetingId, on: day, guests: [], random: random.for('held'), certain: true });
  });
}

/** Plans the transition meetings in May between some schools and kindergartens. */
function foreseeTransition(world: World, unit: DemoUnit, year: number): void {
  const { units } = world.roster.organisation;
  const index = units.indexOf(unit);
  if (unit.kind !== 'school' || index % 4 !== 1) return;
  const guest = units.find(
    (other) => other.kind === 'kindergarten' && !other.exempt && !other.host && other.area === unit.area,
  );
  if (!guest || isWithout(unit, year) || isWithout(guest, year)) return;
  const random = world.random.for('transition', unit.id, year);
  on(world, unit, `${year + 1}-05-04` as CalendarDate, AT.morning, async (today) => {
    const day = addWorkingDays(today, random.between(8, 12), world.roster.isFree(unit));
    const meetingId = world.demoCommands.id('transition', unit.id, year) as MeetingId;
    const guests = [guest.id as UnitId];
    if (!isWorkingDay(day, world.roster.isFree(guest)) || isClosed(unit, day) || isClosed(guest, day)) return;
    await plan(world, unit, meetingId, day, 'joint', guests, 'Overgang fra barnehage til skole', year);
    scheduleMeeting(world, unit, { meetingId, on: day, guests, random: random.for('held'), certain: true });
  });
}

async function plan(
  { demoCommands, roster }: World,
  unit: DemoUnit,
  meetingId: MeetingId,
  day: CalendarDate,
  kind: 'extraordinary' | 'joint',
  guests: readonly UnitId[],
  reason: string,
  year: number,
): Promise<void> {
  await demoCommands.runThrough(
    'meeting',
    meetingId,
    {
      type: 'PlanMeeting',
      meetingId,
      kind,
      unitIds: [unit.id as UnitId, ...guests],
      schoolYear: year as SchoolYear,
      on: day,
      startsAt: '14:00' as TimeOfDay,
      place: null,
      reason,
      urgent: kind === 'extraordinary',
      force: false,
      facts: { freeDay: false, closedUnitIds: [], busyUnitIds: [] },
    },
    roster.leaderOf(unit, day),
  );
}
