import {
  dayOf,
  instantAt,
  schoolYearOf,
  type CalendarDate,
  type SettableClock,
  type TimeOfDay,
} from '#platform/kernel';
import { scheduleAgreements } from './agreements.js';
import { StepQueue } from './step-queue.js';
import type { DemoCommands } from './demo-commands.js';
import type { World } from './demo-world.js';
import { scheduleOpenOffers } from './open-offers.js';
import { FULL_SCALE, organisationOf, type DemoScale } from './organisation.js';
import { PlannedDays } from './planned-days.js';
import { Random } from './random.js';
import { scheduleRegistry } from './registry.js';
import { Roster } from './roster.js';
import { scheduleSchoolYears } from './school-years.js';

export interface DemoOptions {
  readonly seed: number;
  /** The demo ends at this instant. */
  readonly asOf: Date;
  readonly scale?: DemoScale;
}

/** Default seed; any other number makes another municipality. */
export const DEFAULT_SEED = 2026;

/**
 * Runs the demo municipality's school years command by command, with the clock at each moment in turn, and returns the
 * demo's final world. Repeating it with the same wish changes nothing.
 */
export async function simulate(
  wish: DemoOptions,
  demoCommands: DemoCommands,
  clock: SettableClock,
  signal: AbortSignal,
  onProgress: (share: number, commands: number) => void = () => undefined,
): Promise<World> {
  const { seed, asOf, scale = FULL_SCALE } = wish;
  const today = dayOf(asOf);
  const last = schoolYearOf(today);
  const first = last - scale.schoolYears + 1;
  // Next year's plan is decided in June, even though the demo ends today.
  const schoolYears = Array.from({ length: scale.schoolYears + 1 }, (_, i) => first + i);
  const begins = `${first}-08-05` as CalendarDate;
  const organisation = organisationOf(seed, begins, today, scale);
  const world: World = {
    steps: new StepQueue(),
    demoCommands,
    roster: new Roster(seed, organisation, schoolYears),
    random: Random.of(seed, 'life'),
    asOf: today,
    actions: new Map(),
    plannedDays: new PlannedDays(),
    waiting: [],
  };
  scheduleRegistry(world.steps, demoCommands, world.roster);
  for (const unit of organisation.units) {
    scheduleSchoolYears(world, unit);
    scheduleAgreements(world, unit);
  }
  scheduleOpenOffers(world);
  const start = instantAt(begins, '00:00' as TimeOfDay).getTime();
  await world.steps.live(
    clock,
    asOf,
    (at) => onProgress((at.getTime() - start) / (asOf.getTime() - start), demoCommands.done),
    signal,
  );
  clock.set(asOf);
  return world;
}
