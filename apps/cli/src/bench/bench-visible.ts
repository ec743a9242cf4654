import { setTimeout as pause } from 'node:timers/promises';
import { isRefused, stableId } from '#platform/kernel';
import { streamsOf } from '../../../composition/src/index.js';
import { inBenchDatabase } from './bench-database.js';
import { withBenchApplication, type BenchApplication } from './bench-application.js';
import { describeMachine, milliseconds, percentile, type BenchContext, type BenchResult } from './bench-output.js';
import { generateLog } from './log-generator.js';

const COMMANDS_A_SECOND = 100;
const LENGTH = { full: { events: 20_000, seconds: 30 }, quick: { events: 2_000, seconds: 5 } };
const WARM_UP_SECONDS = 2;
const LONGEST_MS = 10_000;

export type VisibleRow = {
  readonly commandsPerSecond: number;
  readonly commands: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
};

/**
 * Time from the acceptance of a command until every read model shows its effect, at 100 commands per second, with all
 * read models and policies in the same process as under `samspill start`.
 */
export async function benchVisible(context: BenchContext): Promise<BenchResult<VisibleRow>> {
  const { databaseUrl, quick, progress } = context;
  const machine = await describeMachine(databaseUrl);
  const { events, seconds } = quick ? LENGTH.quick : LENGTH.full;
  progress(`A log of ${events} events …`);
  const row = await inBenchDatabase(databaseUrl, (url) =>
    withBenchApplication({ url, log: generateLog({ events, seed: 1, order: 'monthly' }) }, async (application) => {
      application.followers.start();
      progress('Read models are built, policies catch up …');
      if (!(await application.installation.freshness.reached(BigInt(events), 600_000)))
        throw new Error('The read models have not caught up in ten minutes');
      progress(`${COMMANDS_A_SECOND} commands a second for ${seconds} s …`);
      await commands(application, WARM_UP_SECONDS, 'warm-up');
      return commands(application, seconds, 'measured');
    }),
  );
  return { bench: 'visible', machine, rows: [row] };
}

async function commands({ app, installation }: BenchApplication, seconds: number, label: string): Promise<VisibleRow> {
  const people = streamsOf(app, installation).find(({ category }) => category === 'person');
  if (!people) throw new Error('Nobody registers people');
  const count = seconds * COMMANDS_A_SECOND;
  const waits: number[] = [];
  let errors = 0;
  const one = async (nr: number) => {
    const personId = stableId('visible', label, nr);
    const command = { type: 'RegisterPerson', personId, name: `Person ${nr}`, email: null, title: null };
    const outcome = await people.run(personId, command, {
      tenant: '3001',
      actor: 'system:bench',
      commandId: personId,
      request: personId,
      correlationId: personId,
    });
    const accepted = performance.now();
    if (isRefused(outcome)) throw new Error(`Refused: ${outcome.refused[0].rule}`);
    if (await installation.freshness.reached(outcome.position, LONGEST_MS)) waits.push(performance.now() - accepted);
    else errors += 1;
  };
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let nr = 0; nr < count; nr += 1) {
    const due = began + (nr * 1_000) / COMMANDS_A_SECOND - performance.now();
    if (due > 1) await pause(due);
    running.push(one(nr));
  }
  await Promise.all(running);
  return {
    commandsPerSecond: Math.round((count * 1_000) / (performance.now() - began)),
    commands: count,
    p50Ms: milliseconds(percentile(waits, 0.5)),
    p99Ms: milliseconds(percentile(waits, 0.99)),
    errors,
  };
}
