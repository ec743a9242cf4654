import { isWorkingDay, monthOf, type CalendarDate, type IsFree, type Month, type TimeOfDay } from '#platform/kernel';
import type { PlanRule } from '../../contract/school-year.events.js';
import { proposeDates, workingDaysBy, type ProposedDate } from '../school-year/propose-dates.js';
import { Tables, type Collision, type Seats, type Sitting } from './tables.js';

/** A unit that hosts its own meetings, with the months for which nothing is decided. */
export interface UnitToPlan {
  readonly unitId: string;
  readonly rule: PlanRule;
  /** In order. */
  readonly months: readonly Month[];
  /** The unit is not at work on the day, or not there at all. */
  readonly isAway: IsFree;
  /** Units that meet at its table on the day. */
  readonly guestsOn: (day: CalendarDate) => readonly string[];
}

/** A meeting that is decided already. */
export interface Decided extends Sitting {
  /** It may still be moved: planned, nobody called, and not in the past. */
  readonly movable: boolean;
  /** Of the unit that hosts it. */
  readonly isAway: IsFree;
}

/** A day and hour. */
export interface When {
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
}

/** One month of one unit, as it is proposed. */
export interface PlannedMonth extends Omit<ProposedDate, 'why'> {
  readonly unitId: string;
  readonly startsAt: TimeOfDay;
  readonly why: ProposedDate['why'] | 'chosen';
  readonly collisions: readonly Collision[];
  /** A day and hour of the same month where nothing stands in the way; only where something does. */
  readonly alternative: When | null;
}
/** A decided meeting that collides with an earlier one, or with nothing. */
export interface DecidedMeeting {
  readonly key: string;
  readonly collisions: readonly Collision[];
  readonly alternative: When | null;
}

export interface YearPlanWish {
  readonly decided: readonly Decided[];
  readonly units: readonly UnitToPlan[];
  /** Days and hours that somebody has chosen instead of what the rule gives, by `<unitId>/<month>`. */
  readonly choices: ReadonlyMap<string, When>;
  readonly seats: ReadonlyMap<string, Seats>;
  /** Meetings a week, by service. */
  readonly capacity: ReadonlyMap<string, number>;
}
export interface YearPlan {
  readonly months: readonly PlannedMonth[];
  readonly decided: readonly DecidedMeeting[];
}

/** Hours at which a meeting may be held instead, when no day of the month will do at the wanted one. */
const OTHER_HOURS = ['08:30', '10:30', '12:30', '14:30'] as TimeOfDay[];

/**
 * The plan of every unit at once. Who came first keeps the day: decided meetings before choices, choices before what
 * rules give, units in the order given. What collides is named, with the nearest day and hour at which nothing does; that
 * place is kept for it, so that taking every alternative leaves no collision among them.
 */
export function planYear({ decided, units, choices, seats, capacity }: YearPlanWish): YearPlan {
  const tables = new Tables(seats, capacity);
  const settled = placeDecided(decided, tables);
  const wishes = units.flatMap((unit) => wishesOf(unit, choices));
  const byChoice = wishes.filter(({ why }) => why === 'chosen').map((wish) => place(wish, tables));
  const byRule = wishes.filter(({ why }) => why !== 'chosen').map((wish) => place(wish, tables));
  const placed = new Map([...byChoice, ...byRule].map((it) => [monthKey(it.unitId, it.month), it]));
  return { decided: settled, months: wishes.map(({ unit, month }) => placed.get(monthKey(unit.unitId, month))!) };
}

export const monthKey = (unitId: string, month: Month): string => `${unitId}/${month}`;

/** Meetings that collide with one that stood before them wait until all stand, and are then given an alternative. */
function placeDecided(decided: readonly Decided[], tables: Tables): readonly DecidedMeeting[] {
  const colliding: Decided[] = [];
  for (const meeting of decided) {
    if (tables.collisionsOf(meeting).length > 0) colliding.push(meeting);
    tables.add(meeting);
  }
  return colliding.map((meeting) => {
    const collisions = tables.collisionsOf(meeting);
    const alternative = meeting.movable ? alternativeTo(meeting, monthOf(meeting.on), meeting.isAway, tables) : null;
    // Both places stay taken: nobody knows yet whether it will be moved.
    if (alternative) tables.add({ ...meeting, ...alternative });
    return { key: meeting.key, collisions, alternative };
  });
}

interface Wish extends Omit<PlannedMonth, 'collisions' | 'alternative' | 'unitId'> {
  readonly unit: UnitToPlan;
}

function wishesOf(unit: UnitToPlan, choices: ReadonlyMap<string, When>): readonly Wish[] {
  return proposeDates(unit.rule, unit.months, unit.isAway).map((date): Wish => {
    const chosen = choices.get(monthKey(unit.unitId, date.month));
    if (chosen && monthOf(chosen.on) === date.month) return { ...date, ...chosen, unit, why: 'chosen' };
    return { ...date, startsAt: unit.rule.startsAt, unit };
  });
}

function place({ unit, ...wish }: Wish, tables: Tables): PlannedMonth {
  const { unitId, isAway } = unit;
  const { on, startsAt, month } = wish;
  if (on === null) return { ...wish, unitId, collisions: [], alternative: null };
  const sitting = sittingOf(unit, month, { on, startsAt });
  const collisions = [
    ...(isWorkingDay(on, isAway) ? [] : [{ kind: 'free-day' as const, on }]),
    ...tables.collisionsOf(sitting),
  ];
  const alternative = collisions.length === 0 ? null : alternativeTo(sitting, month, isAway, tables, unit);
  // What collides is not accepted as it is: the place that is kept is the one where it can be.
  tables.add(alternative ? sittingOf(unit, month, alternative) : sitting);
  return { ...wish, unitId, collisions, alternative };
}

const sittingOf = ({ unitId, guestsOn }: UnitToPlan, month: Month, { on, startsAt }: When): Sitting => ({
  key: monthKey(unitId, month),
  unitIds: [unitId, ...guestsOn(on)],
  on,
  startsAt,
});

/** The nearest day at the same hour, or else the nearest day at another hour, where nothing stands in the way. */
function alternativeTo(sitting: Sitting, month: Month, isAway: IsFree, tables: Tables, unit?: UnitToPlan): When | null {
  const at = (when: When) => (unit ? sittingOf(unit, month, when) : { ...sitting, ...when });
  const { startsAt: wanted } = sitting;
  const days = workingDaysBy(sitting.on, month, isAway)
    .map((on) => at({ on, startsAt: wanted }))
    .filter((there) => tables.hasRoomFor(there));
  for (const startsAt of new Set([wanted, ...OTHER_HOURS])) {
    const there = days.find((it) => tables.isFreeFor({ ...it, startsAt }));
    if (there) return { on: there.on, startsAt };
  }
  return null;
}
