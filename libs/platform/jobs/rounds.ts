import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { dedicatedConnection, LOCKS, runnerUrlOf, type ReadSide } from '#platform/database';
import type { Clock } from '#platform/kernel';
import { HeldLock } from './held-lock.js';

/** A round of `name` for a municipality and a period, such as the morning of a day: `('3203', 'morning', '2026-11-30')`. */
export abstract class Rounds {
  /**
   * Runs `work` unless the round has been done, and records it as done when `work` has ended. A crash before that repeats
   * it, so `work` is idempotent. Two workers never run one round at once: the second waits until the first has ended.
   * @param work its signal aborts when the lock is lost: stop, as another worker may begin
   * @param signal ends the waiting for another worker
   */
  abstract once(
    tenant: string,
    name: string,
    period: string,
    work: (signal: AbortSignal) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<'done' | 'already'>;

  /** The last period done, in the order of their texts: dates or ISO weeks. */
  abstract last(tenant: string, name: string): Promise<string | null>;
}

/** The last round of a name that has been done for a municipality. */
export interface LastRound {
  readonly tenant: string;
  readonly name: string;
  readonly period: string;
}

/** The last rounds of every municipality, for operators' commands: with a login that may act as `samspill_runner`. */
export async function lastRounds(source: DataSource): Promise<readonly LastRound[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    const { rows } = await client.query<LastRound>(
      'select tenant, name, max(period) as period from job_round group by tenant, name order by tenant, name',
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** How often a worker asks for the lock that another has, in ms. */
const ASK_AGAIN_MS = 250;

const IS_DONE = 'select from job_round where tenant = $1 and name = $2 and period = $3';

/** Kept in the table `job_round`. Only for processes with the worker's login. */
export class PostgresRounds extends Rounds {
  constructor(
    private readonly source: DataSource,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {
    super();
  }

  async once(
    tenant: string,
    name: string,
    period: string,
    work: (signal: AbortSignal) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<'done' | 'already'> {
    // Asked first without the lock: of the sweeps of a day, all but one find the round done.
    const isDone = await this.readSide.in(tenant, (manager) =>
      manager.query<readonly unknown[]>(IS_DONE, [tenant, name, period]),
    );
    if (isDone.length > 0) return 'already';
    const lock = await this.locked(tenant, name, signal);
    try {
      if ((await lock.query(IS_DONE, [tenant, name, period])).rowCount! > 0) return 'already';
      await work(lock.lost);
      await lock.query('insert into job_round (tenant, name, period, done_at) values ($1, $2, $3, $4)', [
        tenant,
        name,
        period,
        this.clock.now(),
      ]);
      return 'done';
    } finally {
      await lock.release();
    }
  }

  async last(tenant: string, name: string): Promise<string | null> {
    const rows = await this.readSide.in(tenant, (manager) =>
      manager.query<readonly { readonly period: string }[]>(
        'select period from job_round where tenant = $1 and name = $2 order by period desc limit 1',
        [tenant, name],
      ),
    );
    return rows[0]?.period ?? null;
  }

  private async locked(tenant: string, name: string, signal?: AbortSignal): Promise<HeldLock> {
    for (;;) {
      const lock = await HeldLock.take(
        runnerUrlOf(this.source),
        `hashtextextended($1, ${LOCKS.rounds})`,
        `${tenant} ${name}`,
      );
      if (lock) return lock;
      await pause(ASK_AGAIN_MS, undefined, { signal });
    }
  }
}
