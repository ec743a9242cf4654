import {
  addWorkingDays,
  instantAt,
  isWorkingDay,
  type CalendarDate,
  type IsFree,
  type TimeOfDay,
} from '#platform/kernel';
import type { StepQueue } from './step-queue.js';
import type { DemoCommands } from './demo-commands.js';
import type { DemoUnit } from './organisation.js';
import type { ComingMeeting } from './coming-meeting.js';
import type { Random } from './random.js';
import type { Roster } from './roster.js';

/** State of an action between its meetings. */
export interface KnownAction {
  readonly actionId: string;
  readonly unit: DemoUnit;
  ownerId: string;
  dueOn: CalendarDate;
  followUpOn: CalendarDate;
  /** Date of the last decision about it, handovers excluded. */
  decidedOn: CalendarDate;
  status: 'open' | 'completed' | 'ended';
  /** Reliability of its owner; changes from day to day. */
  readonly care: number;
}

/** Shared state of the demo's parts. */
export interface World {
  readonly steps: StepQueue;
  readonly demoCommands: DemoCommands;
  readonly roster: Roster;
  readonly random: Random;
  readonly asOf: CalendarDate;
  /** Open and ended actions by unit. */
  readonly actions: Map<string, KnownAction[]>;
  /** Meetings held whose protocol is still in progress today. */
  readonly waiting: { readonly meeting: ComingMeeting; readonly unit: DemoUnit; readonly heldOn: CalendarDate }[];
}

/** Times of day for the steps: few, so that many run concurrently. */
export const AT = { morning: '08:00' as TimeOfDay, meeting: '13:00' as TimeOfDay, afternoon: '15:30' as TimeOfDay };

/** Plans a step in the unit's lane on a day, or on the next working day. */
export function on(
  world: World,
  unit: DemoUnit,
  day: CalendarDate,
  time: TimeOfDay,
  happening: (day: CalendarDate) => Promise<void>,
) {
  const at = workingDay(day, world.roster.isFree(unit));
  if (at > world.asOf) return;
  world.steps.at(instantAt(at, time), unit.id, () => happening(at));
}

/** The day itself, or the next working day. */
export const workingDay = (day: CalendarDate, isFree: IsFree): CalendarDate =>
  isWorkingDay(day, isFree) ? day : addWorkingDays(day, 1, isFree);
