import {
  addDays,
  stableId,
  type CalendarDate,
  type Month,
  type MunicipalityNumber,
  type PersonId,
  type SchoolYear,
  type TimeOfDay,
} from '#platform/kernel';
import { schoolYearEvents } from '#meetings/contract';
import { leading, named, served, serviceLeaderOf } from './large-organisation.js';
import { actionIdOf, made, meetingIdOf, meetingLife, registered, type GeneratedEvent } from './log-generator.js';
import { unitOf, type MadeUpUnit } from './made-up-units.js';

/** Number of units of a large municipality; the largest in Norway have more. */
export const UNITS = 144;
const MEETINGS_A_YEAR = 11;
const SEED = 144;
const STARTS_AT = '12:30' as TimeOfDay;
/** One unit in this many has not worked on its actions this school year. */
const LATE_EVERY = 6;
/** The current school year, the last one in the log. */
const THIS_YEAR = 2026;
/** A Wednesday in November; later events are left out. */
export const TODAY = '2026-11-18' as CalendarDate;

/** The municipality, and the people who view the pages. */
export interface LargeMunicipality {
  readonly tenant: MunicipalityNumber;
  readonly coordinator: PersonId;
  /** Leader of a unit that held its meeting yesterday and has not filed the protocol. */
  readonly leader: PersonId;
  readonly waitingMeeting: string;
  /** A meeting of that leader whose protocol is filed. */
  readonly filedMeeting: string;
  /** An action that the leader's unit agreed on this school year. */
  readonly action: string;
  readonly unitId: string;
  /** Leader of the services. */
  readonly serviceLeader: PersonId;
  readonly serviceId: string;
  readonly log: Iterable<GeneratedEvent>;
}

/** A municipality of 144 units on `TODAY`, after this many school years including the current one. */
export function schoolYearsOf144Units(years: number): LargeMunicipality {
  const units = Array.from({ length: UNITS }, (_, nr) => unitOf(SEED, nr, UNITS));
  const coordinator = stableId(SEED, 'coordinator') as PersonId;
  const nr = yearMeetings(0).findIndex((_, meeting) => meetingDay(units[0]!, THIS_YEAR, meeting) >= TODAY) - 1;
  const waiting = units.find((unit) => meetingDay(unit, THIS_YEAR, nr) === addDays(TODAY, -1));
  if (!waiting) throw new Error('No unit held its meeting yesterday');
  const latest = (years - 1) * MEETINGS_A_YEAR + nr;
  return {
    tenant: waiting.tenant,
    coordinator,
    leader: waiting.people[0],
    waitingMeeting: meetingIdOf(waiting, latest, SEED),
    filedMeeting: meetingIdOf(waiting, latest - 1, SEED),
    action: actionIdOf(waiting, latest - 1, 0, SEED),
    unitId: waiting.unitId,
    serviceLeader: serviceLeaderOf(SEED),
    serviceId: waiting.serviceIds[0],
    log: generatedYears(units, coordinator, years),
  };
}

function* generatedYears(
  units: readonly MadeUpUnit[],
  coordinator: PersonId,
  years: number,
): Generator<GeneratedEvent> {
  const firstYear = THIS_YEAR + 1 - years;
  const firstDay = `${firstYear}-08-15` as CalendarDate;
  for (const unit of units) {
    for (const one of registered(unit, firstDay)) yield named(unit, one, SEED);
    yield* served(unit, SEED, firstDay);
  }
  yield* leading(units[0]!, { coordinator, seed: SEED, from: firstDay });
  for (let year = firstYear; year <= THIS_YEAR; year += 1) {
    const number = (year - firstYear) * MEETINGS_A_YEAR;
    for (const unit of units) yield planned(unit, year, number);
    for (const meeting of yearMeetings(number))
      for (const unit of units) {
        const on = meetingDay(unit, year, meeting - number);
        for (const one of meetingLife(unit, meeting, SEED, on, year as SchoolYear))
          if (one.occurredAt.slice(0, 10) <= TODAY && !isNeglected(unit, year, one)) yield one;
      }
  }
}

const yearMeetings = (first: number) => Array.from({ length: MEETINGS_A_YEAR }, (_, nr) => first + nr);
/** Every thirty days from the middle of August, the units spread over the weeks. */
const meetingDay = (unit: MadeUpUnit, year: number, nr: number): CalendarDate =>
  addDays(`${year}-08-15` as CalendarDate, nr * 30 + (unit.nr % 20));

/** An action that nobody works on, so that it becomes overdue. */
const isNeglected = (unit: MadeUpUnit, year: number, { event }: GeneratedEvent): boolean =>
  year === THIS_YEAR &&
  unit.nr % LATE_EVERY === 0 &&
  /ActionStarted|FollowUpRecorded|ActionCompleted|EffectJudged/.test(event.type);

function planned(unit: MadeUpUnit, year: number, number: number): GeneratedEvent {
  const schoolYear = year as SchoolYear;
  const meetings = yearMeetings(number).map((meeting) => {
    const on = meetingDay(unit, year, meeting - number);
    return { meetingId: meetingIdOf(unit, meeting, SEED), month: on.slice(0, 7) as Month, on, startsAt: STARTS_AT };
  });
  const schoolYearPlanned = schoolYearEvents.SchoolYearPlanned({
    unitId: unit.unitId,
    schoolYear,
    rule: { nth: 2, weekday: 3, startsAt: STARTS_AT },
    place: null,
    jointUnitIds: [],
    meetings,
  });
  return made(unit, `schoolyear-${unit.unitId}.${year}`, schoolYearPlanned, `${year}-08-01` as CalendarDate);
}
