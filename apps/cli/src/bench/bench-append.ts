import { Client } from 'pg';
import { checkLog } from '#platform/event-store-postgres';
import { appendLoad, type Load } from './append-load.js';
import { emmett, messageDb } from './append-peers.js';
import { readWholeLog, subscriberLag } from './append-reading.js';
import { plainInsert, samspill, type AppendSystem, type OpenLog } from './append-systems.js';
import { inBenchDatabase } from './bench-database.js';
import { describeMachine, median, type BenchContext, type BenchResult } from './bench-output.js';
import { installPeers } from './bench-peers.js';
import { samspillKurrent } from './kurrent-systems.js';

const WRITERS = [1, 16, 64] as const;
const ROUNDS = 3;
const LENGTH = { full: { ms: 5_000, warmUpMs: 1_000 }, quick: { ms: 1_000, warmUpMs: 300 } };

export type AppendRow = Load & { readonly system: string; readonly writers: number };
interface Contender {
  readonly system: AppendSystem;
  readonly url: string;
  readonly log: OpenLog;
}

/**
 * Events per second and latencies of appends of one event each, expected revision checked, by 1, 16 and 64 writers.
 * Compares Samspill (also on KurrentDB when there is one) with Emmett, message-db and a plain INSERT, in turn on the
 * same server; median of three rounds.
 */
export async function benchAppend(context: BenchContext): Promise<BenchResult<AppendRow>> {
  const machine = await describeMachine(context.databaseUrl, context.kurrentUrl);
  const kurrent = context.kurrentUrl === undefined ? [] : [samspillKurrent(context.kurrentUrl)];
  const systems = [samspill, ...kurrent, ...(await peers(context)), plainInsert];
  return withAll(context.databaseUrl, systems, async (contenders) => {
    const rows = await measure(contenders, context);
    const { url, log } = contenders[0]!;
    const { ms } = context.quick ? LENGTH.quick : LENGTH.full;
    context.progress('A subscriber beside 16 writers …');
    const lag = await subscriberLag(url, log, 16, ms);
    context.progress('The whole log from the beginning …');
    const readEventsPerSecond = await readWholeLog(url);
    context.progress('Checking what was written …');
    await expectSound(url);
    return {
      bench: 'append',
      machine,
      rows,
      also: { subscriberP50Ms: lag.p50Ms, subscriberP99Ms: lag.p99Ms, readEventsPerSecond },
    };
  });
}

/** Without a network the bench measures only Samspill and the peers already installed, and says so. */
async function peers(context: BenchContext): Promise<AppendSystem[]> {
  try {
    const modules = await installPeers(context);
    return [emmett(modules), messageDb(modules)];
  } catch (error) {
    context.progress(`Emmett and message-db could not be installed and are left out: ${(error as Error).message}`);
    return [];
  }
}

async function withAll<T>(
  databaseUrl: string,
  [system, ...others]: readonly AppendSystem[],
  work: (contenders: readonly Contender[]) => Promise<T>,
  opened: readonly Contender[] = [],
): Promise<T> {
  if (!system) return work(opened);
  return inBenchDatabase(databaseUrl, async (url) => {
    const log = await system.open(url);
    try {
      return await withAll(databaseUrl, others, work, [...opened, { system, url, log }]);
    } finally {
      await log.close();
    }
  });
}

async function measure(contenders: readonly Contender[], { quick, progress }: BenchContext): Promise<AppendRow[]> {
  const { ms, warmUpMs } = quick ? LENGTH.quick : LENGTH.full;
  const loads = new Map<string, Load[]>();
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const writers of WRITERS)
      for (const { system, log } of contenders) {
        const load = await appendLoad(log, writers, ms, warmUpMs);
        progress(`Round ${round} of ${ROUNDS}: ${system.name}, ${writers} writers: ${load.eventsPerSecond} events/s`);
        const key = `${system.name} ${writers}`;
        loads.set(key, [...(loads.get(key) ?? []), load]);
      }
  return WRITERS.flatMap((writers) =>
    contenders.map(({ system }) => ({
      system: system.name,
      writers,
      ...middle(loads.get(`${system.name} ${writers}`)!),
    })),
  );
}

const middle = (loads: readonly Load[]): Load => ({
  eventsPerSecond: median(loads.map((load) => load.eventsPerSecond)),
  p50Ms: median(loads.map((load) => load.p50Ms)),
  p99Ms: median(loads.map((load) => load.p99Ms)),
  errors: loads.reduce((sum, { errors }) => sum + errors, 0),
});

/** Figures from a log with broken order would be worthless. */
async function expectSound(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for await (const { damage, position } of checkLog(client))
      throw new Error(`The log is not in order after the bench: ${damage} at ${position}`);
  } finally {
    await client.end();
  }
}
