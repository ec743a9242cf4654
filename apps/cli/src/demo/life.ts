import {
  addWorkingDays,
  instantAt,
  isWorkingDay,
  type CalendarDate,
  type IsFree,
  type TimeOfDay,
} from '#platform/kernel';
import type { Chronicle } from './chronicle.js';
import type { Hands } from './hands.js';
import type { DemoUnit } from './organisation.js';
import type { ComingMeeting } from './coming-meeting.js';
import type { Random } from './random.js';
import type { Roster } from './roster.js';

/** What is known of an action between its meetings. */
export interface KnownAction {
  readonly actionId: string;
  readonly unit: DemoUnit;
  ownerId: string;
  dueOn: CalendarDate;
  followUpOn: CalendarDate;
  /** The last day on which something was decided about it, handovers apart. */
  decidedOn: CalendarDate;
  status: 'open' | 'completed' | 'ended';
  /** Moves from day to day: how faithful its owner is to it. */
  readonly care: number;
}

/** All that a part of the demo needs to let things happen. */
export interface World {
  readonly chronicle: Chronicle;
  readonly hands: Hands;
  readonly roster: Roster;
  readonly random: Random;
  readonly asOf: CalendarDate;
  /** Open and ended actions by unit, as its meetings and owners know them. */
  readonly actions: Map<string, KnownAction[]>;
  /** Meetings that were held and whose protocol is still being written today. */
  readonly waiting: { readonly meeting: ComingMeeting; readonly unit: DemoUnit; readonly heldOn: CalendarDate }[];
}

/** When in the day things are done: few, so that many of them happen side by side. */
export const AT = { morning: '08:00' as TimeOfDay, meeting: '13:00' as TimeOfDay, afternoon: '15:30' as TimeOfDay };

/** Lets something happen in the unit's lane on a day, or on the next working day. */
export function on(
  world: World,
  unit: DemoUnit,
  day: CalendarDate,
  time: TimeOfDay,
  happening: (day: CalendarDate) => Promise<void>,
) {
  const at = workingDay(day, world.roster.isFree(unit));
  if (at > world.asOf) return;
  world.chronicle.at(instantAt(at, time), unit.id, () => happening(at));
}

/** The day itself, or the next working day. */
export const workingDay = (day: CalendarDate, isFree: IsFree): CalendarDate =>
  isWorkingDay(day, isFree) ? day : addWorkingDays(day, 1, isFree);
