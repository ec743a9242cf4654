import { Injectable } from '@nestjs/common';
import {
  lastDayOf,
  monthOf,
  type CalendarDate,
  type IsFree,
  type Month,
  type SchoolYear,
  type TimeOfDay,
} from '#platform/kernel';
import { Directory, hostOn, isHeld, type PersonDto, type ServiceDto, type UnitDto } from '#registry/contract';
import type { PlanRule } from '../contract/school-year.events.js';
import { capacityOf } from '../domain/year-plan/capacity.js';
import { usualMeetingOf, type UsualMeeting } from '../domain/year-plan/meeting-rule.js';
import { PlannedAttendance, type ExpectedParticipants } from '../domain/year-plan/planned-attendance.js';
import {
  planYear,
  type Decided,
  type UnitToPlan,
  type DayAndTime,
  type YearPlan,
} from '../domain/year-plan/year-plan.js';
import { MeetingLists, type YearMeeting } from '../read-models/meeting-register/meeting-lists.js';
import { PlanFacts, type UnitPlanFacts } from './plan-facts.js';

/** Settings of a plan. */
export interface PlanWish {
  /** Rule for all units; null: each unit's pattern of the year before. */
  readonly rule: PlanRule | null;
  /** Rules of single units, which take precedence. */
  readonly ruleOf: ReadonlyMap<string, PlanRule>;
  readonly choices: ReadonlyMap<string, DayAndTime>;
  /** Units to propose for; all by default. */
  readonly only?: readonly string[];
}

/** A unit's year in its current state: decided, exempt and remaining months. */
export interface UnitPlanState extends UsualMeeting {
  readonly facts: UnitPlanFacts;
  readonly hostUnitId: string | null;
  /** Ordinary and joint meetings of the unit, as host or guest, oldest first. */
  readonly meetings: readonly YearMeeting[];
  readonly exempt: readonly { readonly month: Month; readonly reason: string }[];
  /** Remaining months whose meeting was cancelled. */
  readonly cancelled: readonly Month[];
  readonly left: readonly Month[];
}
export interface YearPlanState {
  readonly units: readonly UnitPlanState[];
  readonly plan: YearPlan;
  readonly people: ReadonlyMap<string, PersonDto>;
  readonly services: readonly (ServiceDto & { readonly capacity: number })[];
}

/** Default rule for a unit that has not met before. */
const USUAL: PlanRule = { nth: 2, weekday: 3, startsAt: '12:30' as TimeOfDay };

/** School years of all units with the plan for the given settings: seven queries, however many units there are. */
@Injectable()
export class YearPlans {
  constructor(
    private readonly facts: PlanFacts,
    private readonly lists: MeetingLists,
    private readonly directory: Directory,
  ) {}

  async of(tenant: string, schoolYear: SchoolYear, wish: PlanWish, today: CalendarDate): Promise<YearPlanState> {
    const [all, meetings, months, before, services, people] = await Promise.all([
      this.facts.ofAll(tenant, schoolYear),
      this.lists.ofYear(tenant, schoolYear),
      this.lists.monthsOf(tenant, schoolYear),
      wish.rule === null ? this.lists.ofYear(tenant, schoolYear - 1) : [],
      this.directory.services(tenant),
      this.directory.people(tenant),
    ]);
    const ordinary = meetings.filter(({ kind }) => kind !== 'extraordinary');
    const monthsOfUnit = Map.groupBy(months, ({ unitId }) => unitId);
    const [ofUnit, ofUnitBefore] = [byUnit(ordinary), byUnit(before.filter(({ kind }) => kind === 'ordinary'))];
    const units = all.map((facts): UnitPlanState => {
      const { unitId } = facts.unit;
      const own = monthsOfUnit.get(unitId) ?? [];
      const exempt = own.flatMap(({ month, exemptReason: reason }) => (reason === null ? [] : { month, reason }));
      const mine = ofUnit.get(unitId) ?? [];
      const taken = new Set([...mine.map(({ day }) => monthOf(day)), ...exempt.map(({ month }) => month)]);
      const left = facts.obligedMonths.filter((month) => !taken.has(month) && lastDayOf(month) > today);
      const cancelled = own
        .filter(({ month, meetings: held }) => left.includes(month) && held.some(({ state }) => state === 'cancelled'))
        .map(({ month }) => month);
      const host = hostOn(facts.unit, firstOf(left, schoolYear));
      return {
        facts,
        hostUnitId: host,
        meetings: mine,
        exempt,
        cancelled,
        left,
        ...rhythm(unitId, wish, ofUnitBefore),
      };
    });
    const known = withCapacity(services, people, today);
    const byId = new Map(all.map((facts) => [facts.unit.unitId, facts]));
    const plan = planYear({
      decided: decidedOf(meetings, byId, today),
      units: units.filter(({ hostUnitId }) => hostUnitId === null).flatMap((unit) => toPlan(unit, wish, today)),
      choices: wish.choices,
      participantsByUnit: new Map(all.map(({ unit }) => [unit.unitId, expectedParticipantsOf(unit)])),
      capacity: new Map(known.map(({ serviceId, capacity }) => [serviceId, capacity])),
    });
    return { units, plan, services: known, people: new Map(people.map((it) => [it.personId, it])) };
  }

  /** Participants of all decided meetings of a school year, for planning one unit; undefined for an unknown unit. */
  async tables(tenant: string, schoolYear: SchoolYear, unitId: string, today: CalendarDate) {
    const [all, meetings, services, people] = await Promise.all([
      this.facts.ofAll(tenant, schoolYear),
      this.lists.ofYear(tenant, schoolYear),
      this.directory.services(tenant),
      this.directory.people(tenant),
    ]);
    const facts = all.find(({ unit }) => unit.unitId === unitId);
    if (!facts) return undefined;
    const capacity = withCapacity(services, people, today).map((it) => [it.serviceId, it.capacity] as const);
    const tables = new PlannedAttendance(
      new Map(all.map(({ unit }) => [unit.unitId, expectedParticipantsOf(unit)])),
      new Map(capacity),
    );
    for (const { meetingId, unitIds, day, startsAt } of meetings)
      tables.add({ key: meetingId, unitIds, on: day, startsAt: startsAt as TimeOfDay });
    return {
      tables,
      facts,
      people: new Map(people.map(({ personId, name }) => [personId, name])),
      services: new Map(services.map(({ serviceId, name }) => [serviceId, name])),
    };
  }
}

function toPlan({ facts, left, rule }: UnitPlanState, { only }: PlanWish, today: CalendarDate): UnitToPlan[] {
  const { unit, isAway, guestsOn } = facts;
  if (only && !only.includes(unit.unitId)) return [];
  return [{ unitId: unit.unitId, rule, months: left, isAway: notBefore(today, isAway), guestsOn }];
}

/** Past days and today are too late to plan. */
const notBefore =
  (today: CalendarDate, isAway: IsFree): IsFree =>
  (day) =>
    day <= today || isAway(day);

const decidedOf = (
  meetings: readonly YearMeeting[],
  units: ReadonlyMap<string, UnitPlanFacts>,
  today: CalendarDate,
): readonly Decided[] =>
  meetings
    .toSorted((a, b) => (a.day === b.day ? (a.meetingId < b.meetingId ? -1 : 1) : a.day < b.day ? -1 : 1))
    .map(({ meetingId, unitIds, day, startsAt, state }) => ({
      key: meetingId,
      unitIds,
      on: day,
      startsAt: startsAt as TimeOfDay,
      movable: state === 'planned' && day > today,
      isAway: notBefore(today, units.get(unitIds[0] ?? '')?.isAway ?? (() => false)),
    }));

function rhythm(
  unitId: string,
  { rule, ruleOf }: PlanWish,
  before: ReadonlyMap<string, readonly YearMeeting[]>,
): UsualMeeting {
  const asBefore = usualMeetingOf(
    (before.get(unitId) ?? []).map(({ day, startsAt, place }) => ({ on: day, startsAt: startsAt as TimeOfDay, place })),
  );
  return { rule: ruleOf.get(unitId) ?? rule ?? asBefore?.rule ?? USUAL, place: asBefore?.place ?? null };
}

/** People needed in the unit's meetings: standing participants, and contacts of services that must attend. */
export function expectedParticipantsOf({ standing, services }: UnitDto): ExpectedParticipants {
  const must = services.filter(({ mustAttend }) => mustAttend);
  return {
    people: [
      ...new Set([...standing.map(({ personId }) => personId), ...must.flatMap(({ contactId }) => contactId ?? [])]),
    ],
    services: must.map(({ serviceId }) => serviceId),
  };
}

const withCapacity = (services: readonly ServiceDto[], people: readonly PersonDto[], today: CalendarDate) =>
  services.map((service) => ({
    ...service,
    capacity: capacityOf(service.meetingsPerWeek, membersOf(people, service.serviceId, today)),
  }));

const membersOf = (people: readonly PersonDto[], serviceId: string, today: CalendarDate): number =>
  people.filter(({ roles }) => roles.some((role) => role.serviceId === serviceId && isHeld(role, today))).length;

function byUnit(meetings: readonly YearMeeting[]): ReadonlyMap<string, readonly YearMeeting[]> {
  const found = new Map<string, YearMeeting[]>();
  for (const meeting of meetings.toSorted((a, b) => (a.day < b.day ? -1 : 1)))
    for (const unitId of meeting.unitIds) {
      const own = found.get(unitId);
      if (own) own.push(meeting);
      else found.set(unitId, [meeting]);
    }
  return found;
}

const firstOf = (months: readonly Month[], schoolYear: SchoolYear) =>
  `${months[0] ?? `${schoolYear}-08`}-01` as CalendarDate;
