import pg from 'pg';
import { connectionOptions } from '#platform/database';
import type { Rounds } from './rounds.js';
import { SweepTask } from './sweep-task.js';
import type { Work } from './work.js';

// What is due stands in a table, as it does in Samspill, and is shared by the workers of a specification.

/** For the owner of the database. */
export const DUE_TABLES = `
  create table due (tenant text, id text, done integer not null default 0, primary key (tenant, id));
  create table swept (tenant text, of text);
  grant select, insert, update on due, swept to samspill_runner`;

/** Called while something is being done: a specification holds it up, or fails. */
export type Meanwhile = (tenant: string) => Promise<void>;

const nothing: Meanwhile = () => Promise.resolve();

/** Does what is due, a row at a time. */
export class DueWork implements Work {
  readonly name = 'due';
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly meanwhile: Meanwhile = nothing,
  ) {
    this.pool = new pg.Pool(connectionOptions(url, 'samspill_runner'));
    this.pool.on('error', () => undefined);
  }

  async run(tenant: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.one(tenant)));
  }

  async waiting(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ tenant: string }>(
      'select distinct tenant from due where done = 0 order by 1',
    );
    return rows.map(({ tenant }) => tenant);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** False when nothing is due that no other worker is doing. */
  private async one(tenant: string): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>(
        'select id from due where tenant = $1 and done = 0 limit 1 for update skip locked',
        [tenant],
      );
      if (rows.length > 0) {
        await this.meanwhile(tenant);
        await client.query('update due set done = done + 1 where tenant = $1 and id = $2', [tenant, rows[0]!.id]);
      }
      await client.query('commit');
      return rows.length > 0;
    } catch (fault) {
      await client.query('rollback').catch(() => undefined);
      throw fault;
    } finally {
      client.release();
    }
  }
}

/** Records that a municipality was swept, under its name. */
export class RecordingTask extends SweepTask {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    readonly name: string,
    private readonly meanwhile: Meanwhile = nothing,
  ) {
    super();
    this.pool = new pg.Pool(connectionOptions(url, 'samspill_runner'));
    this.pool.on('error', () => undefined);
  }

  async run(tenant: string): Promise<void> {
    await this.pool.query('insert into swept values ($1, $2)', [tenant, this.name]);
    await this.meanwhile(tenant);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** A round once a day, of which each beginning is recorded as `begun` and its end as `ended`. */
export class MorningTask extends SweepTask {
  readonly name = 'morning';
  private readonly begun: RecordingTask;
  private readonly ended: RecordingTask;

  constructor(
    url: string,
    private readonly rounds: Rounds,
    meanwhile: Meanwhile = nothing,
  ) {
    super();
    this.begun = new RecordingTask(url, 'begun', meanwhile);
    this.ended = new RecordingTask(url, 'ended');
  }

  async run(tenant: string, _now: Date, signal: AbortSignal): Promise<void> {
    const work = async () => {
      await this.begun.run(tenant);
      await this.ended.run(tenant);
    };
    await this.rounds.once(tenant, 'morning', '2026-11-30', work, signal);
  }

  async close(): Promise<void> {
    await Promise.all([this.begun.close(), this.ended.close()]);
  }
}
