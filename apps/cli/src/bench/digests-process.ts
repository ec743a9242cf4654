import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { DataSource } from 'typeorm';
import { SettableClock } from '#platform/kernel';
import { MailSender } from '#platform/mail';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import { sweepTasksOf } from '../../../composition/src/index.js';
import { caughtUp, withBenchApplication, type BenchApplication } from './bench-application.js';
import type { BenchContext } from './bench-output.js';
import { DIGESTS_TENANT, type DigestsRow, type DigestsTask, type FromDigestsProcess } from './digests-task.js';
import { secondsOfLibrary, secondsOfRowsAndLibrary, type ComposedDigest } from './mail-floor.js';

/** A Monday at seven. */
const MORNING = new Date('2026-11-16T06:00:00Z');
const CONNECTIONS = 5;
const MB = 1024 * 1024;

const tell = (message: FromDigestsProcess): void => void process.send?.(message);

// Started by `bench-digests.ts`, which sends the task; a fault ends the process with another exit code than 0.
process.once('message', (task: DigestsTask) => {
  void sentFrom(task).then((row) => {
    tell({ row });
    process.disconnect();
  });
});

async function sentFrom({ url, receivers, port }: DigestsTask): Promise<DigestsRow> {
  const mail = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Samspill <samspill@example.no>',
    MAIL_CONNECTIONS: String(CONNECTIONS),
  };
  const progress = (text: string) => tell({ progress: text });
  const work = (application: BenchApplication) => sent(application, { url, count: receivers, port, progress });
  return withBenchApplication({ url, clock: new SettableClock(MORNING), mail }, work);
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
): Promise<DigestsRow> {
  await caughtUp({ installation, followers });
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
  for (const task of sweepTasksOf(app, installation)) await task.run(DIGESTS_TENANT, MORNING, signal);
  const roundSeconds = (performance.now() - began) / 1000;
  const { accepted } = await app.get<MailSender>(MailSender, { strict: false }).drain(DIGESTS_TENANT, signal);
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
