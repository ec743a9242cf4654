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
import type { KnownAction } from './known-action.js';
import type { RareCases } from './rare-cases.js';
import type { PlannedDays } from './planned-days.js';
import type { DemoUnit } from './organisation.js';
import type { ComingMeeting } from './coming-meeting.js';
import type { Random } from './random.js';
import type { Roster } from './roster.js';

/** Runs the demo's commands, over a log or in memory. */
export type RunsCommands = Pick<DemoCommands, 'id' | 'run' | 'runThrough' | 'done'>;

/** Shared state of the demo's parts. */
export interface World {
  readonly steps: StepQueue;
  readonly demoCommands: RunsCommands;
  readonly roster: Roster;
  readonly random: Random;
  readonly asOf: CalendarDate;
  readonly plannedDays: PlannedDays;
  /** Open and ended actions by unit. */
  readonly actions: Map<string, KnownAction[]>;
  /** Meetings held whose protocol is still in progress today. */
  readonly waiting: { readonly meeting: ComingMeeting; readonly unit: DemoUnit; readonly heldOn: CalendarDate }[];
  /** Only in a history of many years. */
  readonly rare?: RareCases;
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
  const earliest = unit.opens !== undefined && day < unit.opens ? unit.opens : day;
  const at = workingDay(earliest, world.roster.isFree(unit));
  if (at > world.asOf || isClosed(unit, at)) return;
  const instant = instantAt(at, time).getTime() + (unit.minutes ?? 0) * 60_000;
  world.steps.at(new Date(instant), unit.id, () => happening(at));
}

/** True before the unit's first day and after its last one. */
export const isClosed = ({ opens, closes }: DemoUnit, day: CalendarDate): boolean =>
  (opens !== undefined && day < opens) || (closes !== undefined && day > closes);

/** The day itself, or the next working day. */
export const workingDay = (day: CalendarDate, isFree: IsFree): CalendarDate =>
  isWorkingDay(day, isFree) ? day : addWorkingDays(day, 1, isFree);
