import { QueryBus } from '@nestjs/cqrs';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import { isConflict } from '#platform/event-store';
import type { Asker } from '#platform/identity';
import { dayOf, stableId, type PersonId, type SchoolYear } from '#platform/kernel';
import { rebuild } from '#platform/projections';
import { ReadBoard } from '#meetings';
import { personEvents } from '#registry/contract';
import { inBenchDatabase, settleDatabase } from './bench-database.js';
import { withBenchApplication, type BenchApplication } from './bench-application.js';
import { describeMachine, milliseconds, percentile, type BenchContext, type BenchResult } from './bench-output.js';
import { afterLog, generateLog } from './log-generator.js';

const SIZES = { full: [100_000, 1_000_000, 10_000_000], quick: [10_000, 100_000] };
const TIMES = { full: 1_000, quick: 200 };
const BOARD_SHARE = 0.1;
const REPORTED_EVERY = 1_000_000;
const MUNICIPALITY = '3001';

export type GrowthRow = {
  readonly what: 'append' | 'read-stream' | 'board-page';
  readonly events: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

/** Time of an append, of reading one stream and of one page of a municipality's board, as the log grows. */
export async function benchGrowth(context: BenchContext): Promise<BenchResult<GrowthRow>> {
  const { databaseUrl, quick, progress } = context;
  const machine = await describeMachine(databaseUrl);
  const rows: GrowthRow[] = [];
  for (const events of quick ? SIZES.quick : SIZES.full) {
    progress(`A log of ${events} events …`);
    const log = reporting(generateLog({ events, seed: 1, order: 'monthly' }), progress);
    const measured = await inBenchDatabase(databaseUrl, (url) =>
      withBenchApplication({ url, log }, async (application) => {
        progress('Read models from it …');
        const { installation } = application;
        const readModels = installation.contexts.flatMap((each) => each.readModels);
        await rebuild({ ...installation, source: installation.dataSource }, readModels);
        progress('Vacuum and checkpoint …');
        await settleDatabase(url, progress);
        progress('Measuring …');
        return measure(application, events, quick ? TIMES.quick : TIMES.full);
      }),
    );
    rows.push(...measured);
  }
  return { bench: 'growth', machine, rows };
}

function* reporting<T>(log: Iterable<T>, progress: BenchContext['progress']): Generator<T> {
  let done = 0;
  for (const event of log) {
    yield event;
    done += 1;
    if (done % REPORTED_EVERY === 0) progress(`${done} events …`);
  }
}

async function measure(application: BenchApplication, events: number, times: number): Promise<GrowthRow[]> {
  const streams = await someStreams(application, times);
  const row = async (what: GrowthRow['what'], count: number, work: (nr: number) => Promise<void>) => {
    const waits: number[] = [];
    // As often without timing as with: each stream has been read once when its reading is timed, whatever the log's length.
    for (let nr = -count; nr < count; nr += 1) {
      const began = performance.now();
      await work(nr);
      if (nr >= 0) waits.push(performance.now() - began);
    }
    return { what, events, p50Ms: milliseconds(percentile(waits, 0.5)), p99Ms: milliseconds(percentile(waits, 0.99)) };
  };
  const { installation, app } = application;
  const board = app.get(QueryBus, { strict: false });
  return [
    await row('append', times, (nr) => append(installation, nr)),
    await row('read-stream', times, async (nr) => {
      const { tenant, stream } = streams.at(nr % streams.length)!;
      await installation.events.read(tenant, stream);
    }),
    await row('board-page', Math.ceil(times * BOARD_SHARE), async () => {
      const filters = { page: 1, size: 50, sort: 'name', schoolYear: 2024 as SchoolYear } as const;
      await board.execute(new ReadBoard(filters, coordinator));
    }),
  ];
}

const coordinator: Asker = {
  personId: stableId('coordinator'),
  tenant: MUNICIPALITY,
  roles: [{ role: 'coordinator' }],
  today: dayOf(afterLog.now()),
  language: 'nb',
};

interface Stream {
  readonly tenant: string;
  readonly stream: string;
}

/** Streams of all municipalities, spread over the whole log. */
async function someStreams({ installation }: BenchApplication, count: number): Promise<readonly Stream[]> {
  const head = Number(await installation.events.head());
  const positions = Array.from({ length: count }, (_, i) => Math.floor((i * head) / count) + 1);
  // The application's own connections see one municipality at a time.
  const wholeLog = await dedicatedConnection(runnerUrlOf(installation.dataSource), 'samspill_runner');
  try {
    const sql = 'select tenant, stream from event where position = any($1::bigint[])';
    const { rows } = await wholeLog.query<Stream>(sql, [positions]);
    if (rows.length < count) throw new Error(`The log has ${rows.length} of ${count} positions`);
    return rows;
  } finally {
    await wholeLog.end();
  }
}

async function append({ events, catalog }: BenchApplication['installation'], nr: number): Promise<void> {
  const personId = stableId('growth', nr) as PersonId;
  const who = { actor: 'system:bench', commandId: personId, request: personId, correlationId: personId };
  const registered = personEvents.PersonRegistered({
    personId,
    name: `Person ${nr}`,
    email: null,
    title: null,
  });
  const metadata = { ...who, occurredAt: afterLog.now().toISOString() };
  const answer = await events.append(MUNICIPALITY, `person-${personId}`, 'no-stream', [
    catalog.encode(stableId(personId, 0), registered, metadata),
  ]);
  if (isConflict(answer)) throw new Error('Nobody else appends here');
}
