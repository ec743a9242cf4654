import { isWorkingDay, monthOf, type CalendarDate, type IsFree, type Month, type TimeOfDay } from '#platform/kernel';
import type { PlanRule } from '../../contract/school-year.events.js';
import { proposeDates, workingDaysBy, type ProposedDate } from '../school-year/propose-dates.js';
import {
  PlannedAttendance,
  type Collision,
  type ExpectedParticipants,
  type MeetingInPlan,
} from './planned-attendance.js';

/** A unit that hosts its own meetings, with the months for which nothing is decided. */
export interface UnitToPlan {
  readonly unitId: string;
  readonly rule: PlanRule;
  /** In order. */
  readonly months: readonly Month[];
  /** True when the unit is closed on the day or does not exist then. */
  readonly isAway: IsFree;
  /** Units that join its meetings on the day. */
  readonly guestsOn: (day: CalendarDate) => readonly string[];
}

/** A meeting that is already decided. */
export interface Decided extends MeetingInPlan {
  /** True when it may still be moved: planned, no notice sent, and not in the past. */
  readonly movable: boolean;
  /** Free days of the host unit. */
  readonly isAway: IsFree;
}

/** A day and time. */
export interface DayAndTime {
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
}

/** The proposal for one month of one unit. */
export interface PlannedMonth extends Omit<ProposedDate, 'why'> {
  readonly unitId: string;
  readonly startsAt: TimeOfDay;
  readonly why: ProposedDate['why'] | 'chosen';
  readonly collisions: readonly Collision[];
  /** A day and time in the same month without obstacles; null when the proposal itself has none. */
  readonly alternative: DayAndTime | null;
}
/** A decided meeting with its collisions with earlier ones, if any. */
export interface DecidedMeeting {
  readonly key: string;
  readonly collisions: readonly Collision[];
  readonly alternative: DayAndTime | null;
}

export interface YearPlanWish {
  readonly decided: readonly Decided[];
  readonly units: readonly UnitToPlan[];
  /** Days and times that a user has chosen instead of the rule's, by `<unitId>/<month>`. */
  readonly choices: ReadonlyMap<string, DayAndTime>;
  readonly participantsByUnit: ReadonlyMap<string, ExpectedParticipants>;
  /** Meetings per week, by service. */
  readonly capacity: ReadonlyMap<string, number>;
}
export interface YearPlan {
  readonly months: readonly PlannedMonth[];
  readonly decided: readonly DecidedMeeting[];
}

/** Alternative times, used when no day of the month works at the wanted one. */
const OTHER_HOURS = ['08:30', '10:30', '12:30', '14:30'] as TimeOfDay[];

/**
 * Plans all units at once. Precedence: decided meetings before choices, choices before days by rule, units in the given
 * order. A collision is reported with the nearest day and time without obstacles; that slot is kept for it, so that
 * accepting every alternative leaves no collisions among them.
 */
export function planYear({ decided, units, choices, participantsByUnit, capacity }: YearPlanWish): YearPlan {
  const attendance = new PlannedAttendance(participantsByUnit, capacity);
  const settled = placeDecided(decided, attendance);
  const wishes = units.flatMap((unit) => wishesOf(unit, choices));
  const byChoice = wishes.filter(({ why }) => why === 'chosen').map((wish) => place(wish, attendance));
  const byRule = wishes.filter(({ why }) => why !== 'chosen').map((wish) => place(wish, attendance));
  const placed = new Map([...byChoice, ...byRule].map((it) => [monthKey(it.unitId, it.month), it]));
  return { decided: settled, months: wishes.map(({ unit, month }) => placed.get(monthKey(unit.unitId, month))!) };
}

export const monthKey = (unitId: string, month: Month): string => `${unitId}/${month}`;

/** Places the meetings without collisions first; those that collide with an earlier one then get an alternative. */
function placeDecided(decided: readonly Decided[], attendance: PlannedAttendance): readonly DecidedMeeting[] {
  const colliding: Decided[] = [];
  for (const meeting of decided) {
    if (attendance.collisionsOf(meeting).length > 0) colliding.push(meeting);
    attendance.add(meeting);
  }
  return colliding.map((meeting) => {
    const collisions = attendance.collisionsOf(meeting);
    const alternative = meeting.movable
      ? alternativeTo(meeting, monthOf(meeting.on), meeting.isAway, attendance)
      : null;
    // Both slots stay taken, since it is unknown whether the meeting will be moved.
    if (alternative) attendance.add({ ...meeting, ...alternative });
    return { key: meeting.key, collisions, alternative };
  });
}

interface Wish extends Omit<PlannedMonth, 'collisions' | 'alternative' | 'unitId'> {
  readonly unit: UnitToPlan;
}

function wishesOf(unit: UnitToPlan, choices: ReadonlyMap<string, DayAndTime>): readonly Wish[] {
  return proposeDates(unit.rule, unit.months, unit.isAway).map((date): Wish => {
    const chosen = choices.get(monthKey(unit.unitId, date.month));
    if (chosen && monthOf(chosen.on) === date.month) return { ...date, ...chosen, unit, why: 'chosen' };
    return { ...date, startsAt: unit.rule.startsAt, unit };
  });
}

function place({ unit, ...wish }: Wish, attendance: PlannedAttendance): PlannedMonth {
  const { unitId, isAway } = unit;
  const { on, startsAt, month } = wish;
  if (on === null) return { ...wish, unitId, collisions: [], alternative: null };
  const meeting = meetingOf(unit, month, { on, startsAt });
  const collisions = [
    ...(isWorkingDay(on, isAway) ? [] : [{ kind: 'free-day' as const, on }]),
    ...attendance.collisionsOf(meeting),
  ];
  const alternative = collisions.length === 0 ? null : alternativeTo(meeting, month, isAway, attendance, unit);
  // A colliding proposal is not accepted as it is, so its alternative slot is the one kept.
  attendance.add(alternative ? meetingOf(unit, month, alternative) : meeting);
  return { ...wish, unitId, collisions, alternative };
}

const meetingOf = ({ unitId, guestsOn }: UnitToPlan, month: Month, { on, startsAt }: DayAndTime): MeetingInPlan => ({
  key: monthKey(unitId, month),
  unitIds: [unitId, ...guestsOn(on)],
  on,
  startsAt,
});

/** The nearest day without obstacles at the same time, otherwise the nearest day at another time. */
function alternativeTo(
  meeting: MeetingInPlan,
  month: Month,
  isAway: IsFree,
  attendance: PlannedAttendance,
  unit?: UnitToPlan,
): DayAndTime | null {
  const at = (when: DayAndTime) => (unit ? meetingOf(unit, month, when) : { ...meeting, ...when });
  const { startsAt: wanted } = meeting;
  const days = workingDaysBy(meeting.on, month, isAway)
    .map((on) => at({ on, startsAt: wanted }))
    .filter((there) => attendance.hasRoomFor(there));
  for (const startsAt of new Set([wanted, ...OTHER_HOURS])) {
    const there = days.find((it) => attendance.isFreeFor({ ...it, startsAt }));
    if (there) return { on: there.on, startsAt };
  }
  return null;
}
