import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CalendarDate, PersonId, stableId, type DomainEvent } from '#platform/kernel';
import { DEFAULT_SETTINGS, MunicipalityRegistered, PersonRegistered, RoleGiven } from '#registry/contract';
import { caughtUp, withBenchApplication } from './bench-application.js';
import { inBenchDatabase, settleDatabase } from './bench-database.js';
import { describeMachine, type BenchContext, type BenchResult } from './bench-output.js';
import { DIGESTS_TENANT, type DigestsRow, type DigestsTask, type FromDigestsProcess } from './digests-task.js';
import type { GeneratedEvent } from './log-generator.js';
import { startMailSink } from './mail-sink.js';

/** The first of two is what the memory of the second is compared with. */
const RECEIVERS = { full: [1_000, 10_000], quick: [1_000] };
const ROUNDS = { full: 3, quick: 1 };
/** Beside the library alone, for the largest number of receivers (ADR 0306). */
const MOST_OF_FLOOR = 1.5;
const MOST_SECONDS = 300;
const MOST_MEMORY_MB = 100;
const MOST_OF_FEWER = 1.1;

/** A municipality with so many people who each get a digest. */
function* municipalityOf(count: number): Generator<GeneratedEvent> {
  const made = (stream: string, event: DomainEvent): GeneratedEvent => ({
    ...{ tenant: DIGESTS_TENANT, stream, event, actor: 'system:bench', occurredAt: '2026-11-01T08:00:00.000Z' },
  });
  const details = {
    number: DIGESTS_TENANT,
    name: 'Storvik',
    languageForm: 'nb',
    demo: true,
    settings: DEFAULT_SETTINGS,
  } as const;
  yield made(`municipality-${DIGESTS_TENANT}`, MunicipalityRegistered(details));
  for (let nr = 0; nr < count; nr += 1) {
    const personId = PersonId.parse(stableId('bench digests', nr));
    const stream = `person-${personId}`;
    yield made(stream, PersonRegistered({ personId, name: `Person ${nr}`, email: `p${nr}@example.no`, title: null }));
    const place = { unitId: null, serviceId: null, serviceUnitId: null };
    const held = {
      roleId: stableId('bench role', nr),
      role: 'coordinator',
      from: CalendarDate.parse('2020-08-01'),
      to: null,
    } as const;
    yield made(stream, RoleGiven({ ...held, ...place }));
  }
}

/**
 * Weekly digests of many receivers: computed, kept as events, composed and handed to a mail server. Measured in a process
 * of its own, which has neither filled the log nor made the read models, as a worker has not; the round whose ratio to
 * its own floor is the median of three.
 */
export async function benchDigests({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult> {
  const rows: DigestsRow[] = [];
  for (const count of RECEIVERS[quick ? 'quick' : 'full']) {
    const rounds: DigestsRow[] = [];
    for (let round = 1; round <= ROUNDS[quick ? 'quick' : 'full']; round += 1) {
      progress(`round ${round}, a municipality with ${count} receivers …`);
      rounds.push(await inBenchDatabase(databaseUrl, (url) => measured(url, count, progress)));
    }
    rows.push(rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds.length / 2)]!);
  }
  return {
    bench: 'digests',
    machine: await describeMachine(databaseUrl),
    rows,
    missed: [...rows.flatMap(missedIn), ...missedMemory(rows)],
  };
}

const missedIn = ({ receivers, seconds, floorSeconds, peakRssMb, idleRssMb }: DigestsRow): readonly string[] => [
  ...(receivers === RECEIVERS.full.at(-1) && seconds > MOST_OF_FLOOR * floorSeconds
    ? [`${receivers} receivers: ${seconds} s, more than ${MOST_OF_FLOOR} × ${floorSeconds} s`]
    : []),
  ...(seconds > MOST_SECONDS ? [`${receivers} receivers: ${seconds} s, more than ${MOST_SECONDS} s`] : []),
  ...(peakRssMb > idleRssMb + MOST_MEMORY_MB
    ? [`${receivers} receivers: ${peakRssMb} MB, more than ${idleRssMb} + ${MOST_MEMORY_MB} MB`]
    : []),
];

function missedMemory(rows: readonly DigestsRow[]): readonly string[] {
  const [fewer, more] = rows;
  if (!fewer || !more || more.peakRssMb <= MOST_OF_FEWER * fewer.peakRssMb) return [];
  return [`${more.peakRssMb} MB, more than ${MOST_OF_FEWER} × ${fewer.peakRssMb} MB with ${fewer.receivers} receivers`];
}

async function measured(url: string, receivers: number, progress: BenchContext['progress']): Promise<DigestsRow> {
  await withBenchApplication({ url, log: municipalityOf(receivers) }, caughtUp);
  await settleDatabase(url, progress);
  const sink = await startMailSink();
  try {
    return await inProcess({ url, receivers, port: sink.port }, progress);
  } finally {
    sink.stop();
  }
}

/** The memory of a small worker: without limits, V8 collects so late that its own habits would be measured. */
const SMALL_WORKER = ['--max-old-space-size=160', '--max-semi-space-size=8'];

async function inProcess(task: DigestsTask, progress: BenchContext['progress']): Promise<DigestsRow> {
  const child = fork(fileURLToPath(new URL('./digests-process.js', import.meta.url)), [], {
    execArgv: [...process.execArgv, ...SMALL_WORKER],
  });
  let row: DigestsRow | undefined;
  child.on('message', (message: FromDigestsProcess) => {
    if ('progress' in message) progress(message.progress);
    else row = message.row;
  });
  child.send(task);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || !row) throw new Error(`The process that sends the digests ended with ${code}`);
  return row;
}
