import type { Client, QueryResult, QueryResultRow } from 'pg';
import { dedicatedConnection } from '#platform/database';

/** Time without an answer from the holder after which the server ends its session, and with it the lock. */
const SILENT_AT_MOST_MS = 20_000;

/**
 * An advisory lock on a connection of its own. It ends with the process, however that dies; a process that is frozen
 * loses it after twenty seconds.
 */
export class HeldLock {
  private readonly gone = new AbortController();
  private readonly alive: NodeJS.Timeout;

  private constructor(private readonly session: Client) {
    session.on('end', () => this.gone.abort());
    this.alive = setInterval(() => void session.query('select').catch(() => this.gone.abort()), SILENT_AT_MOST_MS / 4);
  }

  /**
   * Takes the lock, or returns undefined when another has it. The caller releases it.
   * @param url connection string of a login that may act as `samspill_runner`
   * @param key SQL expression of the lock's key, with `value` as its `$1`
   */
  static async take(url: string, key: string, value?: string): Promise<HeldLock | undefined> {
    const session = await dedicatedConnection(url, 'samspill_runner');
    try {
      await session.query(`set idle_session_timeout = '${SILENT_AT_MOST_MS}ms'`);
      const { rows } = await session.query<{ mine: boolean }>(
        `select pg_try_advisory_lock(${key}) as mine`,
        value === undefined ? [] : [value],
      );
      if (rows[0]!.mine) return new HeldLock(session);
    } catch (fault) {
      await session.end().catch(() => undefined);
      throw fault;
    }
    await session.end();
    return undefined;
  }

  /** Aborts when the lock is lost or released. */
  get lost(): AbortSignal {
    return this.gone.signal;
  }

  /** On the lock's own connection: fails when the lock is lost, so that nobody records work under a lost lock. */
  query<T extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<QueryResult<T>> {
    return this.session.query<T>(text, [...values]);
  }

  /** Never throws. */
  async release(): Promise<void> {
    clearInterval(this.alive);
    this.gone.abort();
    await this.session.end().catch(() => undefined);
  }
}
