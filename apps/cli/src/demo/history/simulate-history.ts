import { EventCatalog, type StoredEvent } from '#platform/event-store';
import { dayOf, instantAt, schoolYearOf, SettableClock, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import { contexts } from '../../../../composition/src/index.js';
import { DEMO_MUNICIPALITY, DEMO_NAME } from '../organisation.js';
import { scheduleOpenOffers } from '../open-offers.js';
import { PlannedDays } from '../planned-days.js';
import { Random } from '../random.js';
import { SYSTEM } from '../registry.js';
import { scheduleSchoolYears } from '../school-years.js';
import { StepQueue } from '../step-queue.js';
import { aggregatesOn } from './aggregates.js';
import { HistoryCommands } from './history-commands.js';
import { historyOrganisation } from './history-organisation.js';
import { scheduleHistoryRegistry, type HistoryWorld } from './history-registry.js';
import { HistoryRoster } from './history-roster.js';
import type { GivenUnit } from './history-units.js';
import { rareCasesOf } from './rare-cases-of.js';

export interface HistoryWish {
  /** The units of the municipality; people and everything that happens are invented. */
  readonly units: readonly GivenUnit[];
  /** Number of school years, the current one included. */
  readonly years: number;
  readonly seed: number;
  /** The history ends at this instant. */
  readonly asOf: Date;
  /** Correlation id of every event; identifies the wish. */
  readonly correlationId?: string;
}

/** Receives the events of a moment, in the order of the log. The next moment waits for it. */
export type OnMoment = (events: readonly StoredEvent[], share: number) => Promise<void> | void;

/** States of streams that ended longer ago than this are forgotten, in ms. */
const REMEMBERED = 400 * 24 * 60 * 60 * 1_000;

/**
 * Makes the events of a municipality's school years, moment by moment: the events of a later call are recorded later.
 * Every event is decided by the application's rules. The same wish always makes the same events. Returns their number.
 * @throws when `signal` aborts
 */
export async function simulateHistory(wish: HistoryWish, onMoment: OnMoment, signal = NEVER): Promise<number> {
  const { units, years, seed, asOf, correlationId = 'history' } = wish;
  const today = dayOf(asOf);
  const first = schoolYearOf(today) - years + 1;
  const begins = `${first}-08-05` as CalendarDate;
  const start = instantAt(begins, '00:00' as TimeOfDay).getTime();
  const clock = new SettableClock(new Date(start));
  const catalog = new EventCatalog(...contexts.flatMap(({ events }) => events));
  const policies = contexts.flatMap((context) => context.policies);
  const demo = { seed, tenant: DEMO_MUNICIPALITY, correlationId };
  const commands = new HistoryCommands(demo, aggregatesOn(clock, catalog), policies, catalog, clock);
  const organisation = historyOrganisation(seed, units, { begins, asOf: today });
  // Next year's plan is decided in June, even though the history ends today.
  const schoolYears = Array.from({ length: years + 1 }, (_, i) => first + i);
  const oftenExempt = new Set(organisation.units.filter((unit) => unit.oftenExempt).map(({ id }) => id));
  const world: HistoryWorld = {
    steps: new StepQueue(),
    demoCommands: commands,
    roster: new HistoryRoster(seed, organisation, schoolYears),
    random: Random.of(seed, 'life'),
    asOf: today,
    actions: new Map(),
    plannedDays: new PlannedDays(),
    waiting: [],
    rare: rareCasesOf(
      () => world,
      ({ id }) => oftenExempt.has(id),
    ),
  };
  scheduleHistoryRegistry(world);
  for (const unit of organisation.units) scheduleSchoolYears(world, unit);
  scheduleOpenOffers(world);

  let year = first;
  const afterMoment = async (at: Date) => {
    if (year < schoolYearOf(dayOf(at))) {
      year += 1;
      commands.forgetEndedBefore(new Date(at.getTime() - REMEMBERED));
      for (const [unit, actions] of world.actions)
        world.actions.set(
          unit,
          actions.filter(({ status }) => status !== 'ended'),
        );
    }
    const events = commands.take();
    if (events.length > 0) await onMoment(events, (at.getTime() - start) / (asOf.getTime() - start));
  };
  await world.steps.live(clock, asOf, afterMoment, signal);
  clock.set(asOf);
  const named = { type: 'ChangeMunicipality', name: DEMO_NAME, languageForm: 'nb', demo: true } as const;
  await commands.run('municipality', DEMO_MUNICIPALITY, named, SYSTEM);
  await onMoment(commands.take(), 1);
  return Number(commands.events);
}

const NEVER = new AbortController().signal;
