import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, jest } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase, PostgresReadSide, PostgresSignals } from '#platform/database';
import { systemClock } from '#platform/kernel';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import type { JobBackend } from './backend.js';
import { postgresUnderTest, redisUnderTest, type BackendUnderTest } from './backend-under-test.js';
import { DUE_TABLES, DueWork, MorningTask, RecordingTask, type Meanwhile } from './due.examples.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { SignalledTriggers } from './job-triggers.js';
import { jobMigrations } from './jobs.migration.js';
import type { JobNotice } from './notice.js';
import { PostgresRounds } from './rounds.js';
import type { SweepTask } from './sweep-task.js';
import { Sweeper } from './sweeper.js';
import type { Work } from './work.js';

/** Period of the sweep, so that a specification waits for a few of them. */
const PERIOD_MS = 400;
const STALLED_MS = 2_000;

export interface WorkerUnderTest {
  readonly runner: JobRunner;
  readonly notices: readonly JobNotice[];
}

export interface WorkerOptions {
  readonly tasks?: readonly SweepTask[];
  readonly send?: Work;
  readonly periodMs?: number;
  readonly tenants?: readonly string[];
  readonly backend?: JobBackend;
}

/** Waits for something that must happen; the limit of the test is the only one. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(25);
}

/** Workers of a specification, on a database of its own and a real server of the queues. */
export class JobsUnderTest {
  private readonly closers: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly database: FreshDatabase,
    readonly source: DataSource,
    private readonly owner: pg.Client,
    readonly server: BackendUnderTest,
  ) {}

  static async open(redis: BackendUnderTest | undefined): Promise<JobsUnderTest> {
    const database = await migratedDatabase(jobMigrations);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(DUE_TABLES);
    const source = await openDatabase({ url: database.url, entities: [] });
    const server = redis ?? (await postgresUnderTest(database.ownerUrl));
    const jobs = new JobsUnderTest(database, source, owner, server);
    if (redis) await redis.empty();
    else jobs.closers.push(() => server.end());
    return jobs;
  }

  async close(): Promise<void> {
    for (const close of this.closers.toReversed()) await close();
    await this.source.destroy();
    await this.owner.end();
    await this.database.drop();
  }

  /** Calls it at the end of the specification, after what began later. */
  atEnd(close: () => Promise<unknown>): void {
    this.closers.push(close);
  }

  work(meanwhile?: Meanwhile): DueWork {
    return this.closing(new DueWork(this.database.url, meanwhile));
  }

  task(of: string, meanwhile?: Meanwhile): RecordingTask {
    return this.closing(new RecordingTask(this.database.url, of, meanwhile));
  }

  morning(): MorningTask {
    const rounds = new PostgresRounds(this.source, new PostgresReadSide(this.source), systemClock);
    return this.closing(new MorningTask(this.database.url, rounds));
  }

  async queues(): Promise<JobQueues> {
    const opened = this.closing(await JobQueues.open(this.server.backend(this.source)));
    await opened.ready();
    return opened;
  }

  trigger(tenant: string): Promise<void> {
    return new SignalledTriggers(this.closing(new PostgresSignals(this.database.url))).send(tenant);
  }

  /** Starts a worker; it is stopped at the end of the specification. */
  start(options: WorkerOptions): WorkerUnderTest {
    const { tasks = [], send, periodMs = PERIOD_MS, tenants = ['3203'] } = options;
    const { backend = this.server.backend(this.source) } = options;
    const { source, database } = this;
    const notices: JobNotice[] = [];
    const report = (notice: JobNotice) => void notices.push(notice);
    const all = () => Promise.resolve(tenants);
    const runner = new JobRunner({
      ...{ source, backend, report, periodMs, stalledMs: STALLED_MS },
      sweeper: new Sweeper({ url: database.url, clock: systemClock, tenants: all, tasks, report }),
      signals: this.closing(new PostgresSignals(database.url)),
      ...(send && { send }),
    });
    this.closers.push(() => runner.stop());
    runner.start();
    return { runner, notices };
  }

  /** `<municipality> <task>` in the order of the sweeps, of one task or of all. */
  async swept(of?: string): Promise<readonly string[]> {
    const { rows } = await this.owner.query<{ at: string }>(
      `select tenant || ' ' || of as at from swept where of = coalesce($1, of)`,
      [of],
    );
    return rows.map(({ at }) => at);
  }

  async makeDue(tenant: string, id = 'one'): Promise<void> {
    await this.owner.query('insert into due values ($1, $2)', [tenant, id]);
  }

  /** How often each thing that was due has been done. */
  async done(): Promise<readonly number[]> {
    const { rows } = await this.owner.query<{ done: number }>('select done from due order by tenant, id');
    return rows.map((row) => row.done);
  }

  private closing<T extends { close(): Promise<unknown> }>(it: T): T {
    this.closers.push(() => it.close());
    return it;
  }
}

/** The same specifications for both servers of the queues. `jobs` gives what the current one works with. */
export function onBothServers(name: string, specify: (jobs: () => JobsUnderTest) => void): void {
  jest.setTimeout(180_000);
  describe.each(['PostgreSQL', 'Redis'] as const)(`${name} in %s`, (kind) => {
    let redis: BackendUnderTest | undefined;
    let jobs: JobsUnderTest;
    beforeAll(async () => {
      if (kind === 'Redis') redis = await redisUnderTest();
    });
    afterAll(() => redis?.end());
    beforeEach(async () => {
      jobs = await JobsUnderTest.open(redis);
    });
    afterEach(() => jobs.close());
    specify(() => jobs);
  });
}
