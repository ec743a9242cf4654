import { openDatabase } from '#platform/database';
import { EventCatalog, type EventStore } from '#platform/event-store';
import { PostgresEventStore } from '#platform/event-store-postgres';
import { rebuild, type RebuildTimes } from '#platform/projections';
import { contexts, entities, migrations } from '../../../composition/src/index.js';
import { inBenchDatabase, migrateForBench } from './bench-database.js';
import { describeMachine, median, type BenchContext, type BenchResult } from './bench-output.js';
import { installPeers } from './bench-peers.js';
import { fillSamspill } from './fill-log.js';
import { afterLog, generateLog, type LogShape } from './log-generator.js';
import { withFilledKurrent } from './kurrent-systems.js';
import { secondsOfTables } from './rebuild-floor.js';
import { rebuildEmmett } from './rebuild-peer.js';

const EVENTS = { full: 200_000, quick: 20_000 };
/** Emmett needs minutes where Samspill needs seconds, so it gets a shorter log; that can only raise its rate. */
const PEER_EVENTS = 20_000;
const ROUNDS = { full: 3, quick: 1 };
const SEED = 20261122;
const ORDERS = ['interleaved', 'adjacent'] as const;

export type RebuildRow = {
  readonly system: string;
  readonly order: string;
  readonly events: number;
  readonly readModels: number;
  readonly eventsPerSecond: number;
  /**
   * Seconds of the median round by what they were used for. From `writing` on several connections work side by side,
   * and theirs are added up.
   */
  readonly reading?: number;
  readonly folding?: number;
  readonly writing?: number;
  readonly indexing?: number;
  readonly switching?: number;
  /** Seconds of PostgreSQL alone, making the same tables; of the median round. */
  readonly tables?: number;
};

/**
 * Events per second when read models are built from the beginning: all of Samspill's together, including the
 * switch-over, compared with Emmett's rebuild of one. Both get events of the same kinds in the same order, in turn;
 * median of three rounds.
 */
export async function benchRebuild(context: BenchContext): Promise<BenchResult<RebuildRow>> {
  const { databaseUrl, kurrentUrl, quick, progress } = context;
  const machine = await describeMachine(databaseUrl, kurrentUrl);
  const modules = await installPeers(context).catch((error: unknown) => {
    progress(`Emmett could not be installed and is left out: ${(error as Error).message}`);
  });
  const events = quick ? EVENTS.quick : EVENTS.full;
  const readModels = contexts.flatMap((each) => each.readModels);
  const rows: RebuildRow[] = [];
  for (const order of ORDERS) {
    const shape: LogShape = { events, seed: SEED, order };
    const rounds = { samspill: [] as Round[], kurrentdb: [] as Round[], emmett: [] as Round[] };
    for (let round = 1; round <= (quick ? ROUNDS.quick : ROUNDS.full); round += 1) {
      progress(`Round ${round}, ${order}: ${readModels.length} read models of Samspill …`);
      rounds.samspill.push(await inBenchDatabase(databaseUrl, (url) => rebuildSamspill(url, shape)));
      if (kurrentUrl !== undefined) {
        progress(`Round ${round}, ${order}: the same over KurrentDB …`);
        rounds.kurrentdb.push(
          await inBenchDatabase(databaseUrl, (url) =>
            withFilledKurrent(kurrentUrl, generateLog(shape), (log) => rebuildOver(url, log)),
          ),
        );
      }
      if (modules === undefined) continue;
      progress(`Round ${round}, ${order}: one read model of Emmett …`);
      rounds.emmett.push({
        seconds: await inBenchDatabase(databaseUrl, (url) =>
          rebuildEmmett(modules, url, () => generateLog({ ...shape, events: PEER_EVENTS })),
        ),
      });
    }
    rows.push(
      ...rowOf({ system: 'samspill', order, readModels: readModels.length, events }, rounds.samspill),
      ...rowOf({ system: 'samspill-kurrentdb', order, readModels: readModels.length, events }, rounds.kurrentdb),
      ...rowOf({ system: 'emmett', order, readModels: 1, events: PEER_EVENTS }, rounds.emmett),
    );
  }
  return { bench: 'rebuild', machine, rows };
}

interface Round {
  readonly seconds: number;
  readonly times?: RebuildTimes & { readonly tables: number };
}

/** The median round as a row; none of a system that was left out. */
function rowOf(of: Pick<RebuildRow, 'system' | 'order' | 'events' | 'readModels'>, rounds: readonly Round[]) {
  if (rounds.length === 0) return [];
  const seconds = median(rounds.map((round) => round.seconds));
  const { times } = rounds.find((round) => round.seconds === seconds)!;
  const parts = Object.entries<number>({ ...times }).map(([part, ms]) => [part, Math.round(ms) / 1_000]);
  const row: RebuildRow = {
    ...of,
    eventsPerSecond: Math.round(of.events / seconds),
    ...(Object.fromEntries(parts) as Partial<RebuildTimes>),
  };
  return [row];
}

/** Fills a log and rebuilds every read model from it. */
async function rebuildSamspill(url: string, shape: LogShape): Promise<Round> {
  const { worker } = await migrateForBench(url, migrations);
  await fillSamspill(url, generateLog(shape));
  const events = new PostgresEventStore({ connectionString: worker, runnerUrl: worker, clock: afterLog });
  try {
    return await rebuildOver(url, events);
  } finally {
    await events.close();
  }
}

async function rebuildOver(url: string, events: EventStore): Promise<Round> {
  const { worker } = await migrateForBench(url, migrations);
  const source = await openDatabase({ url: worker, entities });
  const catalog = new EventCatalog(...contexts.flatMap((context) => context.events));
  try {
    const models = contexts.flatMap((context) => context.readModels);
    const began = performance.now();
    let times: RebuildTimes | undefined;
    await rebuild({ source, events, catalog }, models, { onTimes: (spent) => (times = spent) });
    const seconds = (performance.now() - began) / 1_000;
    const tables = (await secondsOfTables(source, models)) * 1_000;
    return { seconds, ...(times && { times: { ...times, tables } }) };
  } finally {
    await source.destroy();
  }
}
