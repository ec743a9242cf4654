import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { DataSource } from 'typeorm';
import {
  CalendarDate,
  MunicipalityNumber,
  PersonId,
  SettableClock,
  stableId,
  type DomainEvent,
} from '#platform/kernel';
import { MailSender } from '#platform/mail';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import { DEFAULT_SETTINGS, MunicipalityRegistered, PersonRegistered, RoleGiven } from '#registry/contract';
import { sweepTasksOf } from '../../../composition/src/index.js';
import { withBenchApplication, type BenchApplication } from './bench-application.js';
import { inBenchDatabase } from './bench-database.js';
import { describeMachine, type BenchContext, type BenchResult } from './bench-output.js';
import type { GeneratedEvent } from './log-generator.js';
import { secondsOfLibrary, secondsOfRowsAndLibrary, type ComposedDigest } from './mail-floor.js';
import { startMailSink } from './mail-sink.js';

const RECEIVERS = { full: 10_000, quick: 1_000 };
const TENANT = MunicipalityNumber.parse('9904');
/** A Monday at seven. */
const MORNING = new Date('2026-11-16T06:00:00Z');
const CONNECTIONS = 5;
const MOST_OF_FLOOR = 1.5;
const MOST_SECONDS = 300;
const MOST_MEMORY_MB = 100;
const MB = 1024 * 1024;

/** A municipality with so many people who each get a digest. */
function* receivers(count: number): Generator<GeneratedEvent> {
  const made = (stream: string, event: DomainEvent): GeneratedEvent => ({
    ...{ tenant: TENANT, stream, event, actor: 'system:bench', occurredAt: '2026-11-01T08:00:00.000Z' },
  });
  const details = {
    number: TENANT,
    name: 'Storvik',
    languageForm: 'nb',
    demo: true,
    settings: DEFAULT_SETTINGS,
  } as const;
  yield made(`municipality-${TENANT}`, MunicipalityRegistered(details));
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

/** Weekly digests of many receivers: computed, kept as events, composed and handed to a mail server. */
export async function benchDigests({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult> {
  const count = quick ? RECEIVERS.quick : RECEIVERS.full;
  const row = await inBenchDatabase(databaseUrl, (url) => measured(url, count, progress));
  const { seconds, floorSeconds, peakRssMb, idleRssMb } = row;
  return {
    bench: 'digests',
    machine: await describeMachine(databaseUrl),
    rows: [row],
    missed: [
      ...(seconds > MOST_OF_FLOOR * floorSeconds
        ? [`${seconds} s, more than ${MOST_OF_FLOOR} × ${floorSeconds} s`]
        : []),
      ...(seconds > MOST_SECONDS ? [`${seconds} s, more than ${MOST_SECONDS} s`] : []),
      ...(peakRssMb > idleRssMb + MOST_MEMORY_MB
        ? [`${peakRssMb} MB, more than ${idleRssMb} + ${MOST_MEMORY_MB} MB`]
        : []),
    ],
  };
}

async function measured(url: string, count: number, progress: BenchContext['progress']) {
  const sink = await startMailSink();
  const mail = {
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'Samspill <samspill@example.no>',
    MAIL_CONNECTIONS: String(CONNECTIONS),
  };
  try {
    progress(`a municipality with ${count} receivers …`);
    const work = (application: BenchApplication) => sent(application, { url, count, port: sink.port, progress });
    return await withBenchApplication(url, receivers(count), work, new SettableClock(MORNING), mail);
  } finally {
    sink.stop();
  }
}

interface Sent {
  /** Connection string of the database's owner. */
  readonly url: string;
  readonly count: number;
  /** Port of the mail server. */
  readonly port: number;
  readonly progress: BenchContext['progress'];
}

async function sent(
  { app, installation, followers }: BenchApplication,
  { url, count: receivers, port, progress }: Sent,
) {
  followers.start();
  if (!(await installation.freshness.reached(await installation.events.head(), 600_000)))
    throw new Error('The read models do not reach the end of the log');
  progress('the morning round, and sending …');
  const { idle, peak, done } = await withPeakMemory(() => roundAndSending(app, installation));
  const { accepted, seconds, roundSeconds, cpuSeconds } = done;
  if (accepted !== receivers) throw new Error(`${accepted} of ${receivers} mails were accepted`);
  progress('the mail library alone …');
  const cpuBefore = cpuSecondsNow();
  const floorSeconds = await secondsOfLibrary(port, CONNECTIONS, composed(installation.dataSource));
  const floorCpuSeconds = cpuSecondsNow() - cpuBefore;
  progress('the mail library, and the rows and events by plain SQL …');
  const durableFloorSeconds = await secondsOfRowsAndLibrary(url, port, CONNECTIONS, composed(installation.dataSource));
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    receivers,
    seconds: rounded(seconds),
    peakRssMb: Math.round(peak / MB),
    floorSeconds: rounded(floorSeconds),
    roundSeconds: rounded(roundSeconds),
    ratio: rounded(seconds / floorSeconds),
    durableFloorSeconds: rounded(durableFloorSeconds),
    durableRatio: rounded(seconds / durableFloorSeconds),
    cpuSeconds: rounded(cpuSeconds),
    floorCpuSeconds: rounded(floorCpuSeconds),
    idleRssMb: Math.round(idle / MB),
  };
}

/** Everything that is measured beside the library. Seconds of the processor are those of this process alone. */
async function roundAndSending(app: BenchApplication['app'], installation: BenchApplication['installation']) {
  const signal = new AbortController().signal;
  const [began, cpuBefore] = [performance.now(), cpuSecondsNow()];
  for (const task of sweepTasksOf(app, installation)) await task.run(TENANT, MORNING, signal);
  const roundSeconds = (performance.now() - began) / 1000;
  const { accepted } = await app.get<MailSender>(MailSender, { strict: false }).drain(TENANT, signal);
  const seconds = (performance.now() - began) / 1000;
  return { accepted, seconds, roundSeconds, cpuSeconds: cpuSecondsNow() - cpuBefore };
}

function cpuSecondsNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Does the work; resident memory in bytes before it, without what filling the log has left behind, and at its peak. */
async function withPeakMemory<T>(work: () => Promise<T>) {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  try {
    const done = await work();
    return { idle, peak, done };
  } finally {
    clearInterval(watch);
  }
}

/** The mails as they were sent, in batches. */
async function* composed(source: DataSource): AsyncGenerator<readonly ComposedDigest[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const { rows } = await client.query<ComposedDigest>(
        `select dispatch_id as "dispatchId", person_id as "personId", period, envelope_from as from, envelope_to as to,
           bytes, json_build_object('id', event_id, 'stream', stream, 'data', data::text, 'metadata', metadata::text) as event
         from mail_dispatch as mail join event on event.tenant = mail.tenant
           and event.stream = 'digest-' || mail.person_id || '.' || mail.period
         where bytes is not null and dispatch_id > $1 order by dispatch_id limit 200`,
        [after],
      );
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.dispatchId;
    }
  } finally {
    await client.end();
  }
}
