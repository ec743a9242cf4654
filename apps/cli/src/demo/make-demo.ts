import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { AppModule, withClock, streamsOf, type Installation } from '../../../composition/src/index.js';
import { followersOf } from '../../../worker/src/index.js';
import { Askers } from '#platform/identity';
import { SettableClock } from '#platform/kernel';
import { openLog } from '#platform/observability';
import type { Cli } from '../cli.js';
import { count, progressOn } from '../terminal/progress.js';
import { saveDrafts } from './drafts.js';
import { DemoCommands } from './demo-commands.js';
import { inline } from './inline-policies.js';
import { simulate, type DemoOptions } from './simulate.js';
import { DEMO_MUNICIPALITY, DEMO_NAME, FULL_SCALE } from './organisation.js';
import { correlationOf } from './demo-state.js';

/** Longest wait until the read models have folded the finished demo. */
const FOLDED_WITHIN_MS = 120_000;

/**
 * Makes the demo municipality: runs its years with a clock of its own, folds the read models, saves the drafts and
 * names the municipality. After a crash it continues where it stopped.
 */
export async function makeDemo(
  installation: Installation,
  wish: DemoOptions,
  { terminal, signal }: Pick<Cli, 'terminal' | 'signal'>,
) {
  const began = performance.now();
  const whole = { scale: FULL_SCALE, ...wish };
  const clock = new SettableClock(wish.asOf);
  const living = withClock(installation, clock);
  const log = openLog('silent');
  const app = await NestFactory.createApplicationContext(AppModule.of(living), {
    abortOnError: false,
    logger: false,
  });
  const followers = followersOf(living, app, log);
  const progress = progressOn(terminal, 'Making the demo municipality');
  try {
    const streams = streamsOf(app, living);
    const demo = { seed: wish.seed, tenant: DEMO_MUNICIPALITY, correlationId: correlationOf(whole) };
    const demoCommands = new DemoCommands(
      demo,
      streams,
      living.events,
      living.catalog,
      inline(living.policies, streams),
      await commandsIn(living),
    );
    const world = await simulate(whole, demoCommands, clock, signal, (share, commands) =>
      progress.at(Math.round(share * 1000), 1000, `${count(commands)} commands`),
    );
    followers.start();
    await untilFolded(living, signal);
    await saveDrafts(world, app.get(CommandBus, { strict: false }), app.get(Askers, { strict: false }));
    await nameIt(demoCommands);
    await untilFolded(living, signal);
    const seconds = Math.round((performance.now() - began) / 1000);
    progress.end(
      `The demo municipality is made: ${count(await living.events.countAfter(0n, Number.MAX_SAFE_INTEGER))} events in ${seconds} s.`,
    );
  } finally {
    progress.end();
    await followers.stop();
    await app.close();
    await living.closeLog();
  }
}

/**
 * Waits until the read models have come to the end of the log, `within` milliseconds at most.
 * @throws when they have not, or when `signal` aborts
 */
export async function untilFolded(
  { events, freshness }: Installation,
  signal: AbortSignal,
  {
    within = FOLDED_WITHIN_MS,
    onWaiting = () => undefined,
  }: { within?: number; onWaiting?: () => Promise<void> | void } = {},
): Promise<void> {
  const head = await events.head();
  const until = performance.now() + within;
  while (!(await freshness.reached(head, 1_000))) {
    signal.throwIfAborted();
    await onWaiting();
    if (performance.now() > until) throw new Error('The read models have not come to the end of the demo');
  }
}

/** The last step: the municipality gets its final name, which marks the demo as complete. */
const nameIt = (demoCommands: DemoCommands) =>
  demoCommands.run(
    'municipality',
    DEMO_MUNICIPALITY,
    { type: 'ChangeMunicipality', name: DEMO_NAME, languageForm: 'nb', demo: true },
    'system:demo',
  );

/** Ids of the commands in the log: none for a new demo, the completed ones for an interrupted demo. */
async function commandsIn({ events }: Installation): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const batch of events.readAll({ after: 0n }))
    for (const { metadata } of batch) ids.add(metadata.commandId);
  return ids;
}
