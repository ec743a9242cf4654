import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { migrate, PooledClient } from '#platform/database';
import { isConflict, type EventStore } from '#platform/event-store';
import { SettableClock } from '#platform/kernel';
import { TENANT, type StoreUnderTest } from '#platform/event-store/contract';
import { freshDatabase } from '../../../test/postgres.js';
import { EventStoreUnavailable } from './connections.js';
import { eventStoreMigrations } from './event-store.migration.js';
import { PostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.js';

/** A log in a database of its own, for specifications. */
export interface LogUnderTest extends StoreUnderTest {
  readonly url: string;
  readonly clock: SettableClock;
  /** The database's owner, with rights that the application lacks. */
  readonly owner: Pool;
  /** A store that is closed with the log. */
  store(options?: Partial<PostgresEventStoreOptions>): PostgresEventStore;
  /** Locks the head while `meanwhile` runs, so that every append waits in the middle of its statement. */
  holdingHead(meanwhile: () => Promise<void>): Promise<void>;
  /** Resolves when this many connections of this name wait for a lock, or after a moment if they do not. */
  waiting(applicationName: string, connections: number): Promise<void>;
  /** Number of connections of this name that currently wait for a lock. */
  waitingNow(applicationName: string): Promise<number>;
  /** Terminates the connections of stores opened with this name; returns their number. */
  cut(applicationName: string): Promise<number>;
}

export async function logUnderTest(): Promise<LogUnderTest> {
  const database = await freshDatabase();
  await migrate(database.ownerUrl, eventStoreMigrations, database.logins);
  const owner = new Pool({ connectionString: database.ownerUrl, Client: PooledClient });
  // Dropping the database may terminate a connection that is closing.
  owner.on('error', () => undefined);
  const clock = new SettableClock(new Date('2026-11-22T09:30:00.123Z'));
  const stores: PostgresEventStore[] = [];
  let victims = 0;

  const store: LogUnderTest['store'] = (options) => {
    const connectionString = options?.connectionString ?? database.url;
    const opened = new PostgresEventStore({
      ...{ connectionString, runnerUrl: connectionString, clock, poolSize: 2 },
      ...options,
    });
    stores.push(opened);
    return opened;
  };
  const cut: LogUnderTest['cut'] = async (name) => {
    const { rowCount } = await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = $1`,
      [name],
    );
    return rowCount ?? 0;
  };
  const appendAndDie: LogUnderTest['appendAndDie'] = async (stream, expected, events) => {
    const name = `victim-${(victims += 1)}`;
    const victim = store({ connectionString: named(database.url, name), appendDeadlineMs: 0 });
    // This append is rejected and only opens the connection: the kill must hit the next append, not the sign-in.
    await victim.append(TENANT, stream, 1_000n, events);
    const kill = () =>
      victims % 2 === 0
        ? pause(victims % 3).then(() => cut(name))
        : holdingHead(() =>
            waiting(name, 1)
              .then(() => cut(name))
              .then(() => undefined),
          );
    const [answer] = await Promise.all([
      victim.append(TENANT, stream, expected, events).catch(onlyUnavailable),
      kill(),
    ]);
    return answer && !isConflict(answer) ? answer : undefined;
  };
  const holdingHead: LogUnderTest['holdingHead'] = async (meanwhile) => {
    const holder = await owner.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM event_head FOR UPDATE');
      await meanwhile();
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  };
  const waitingNow: LogUnderTest['waitingNow'] = async (name) => {
    const { rowCount } = await owner.query(
      `SELECT FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'`,
      [name],
    );
    return rowCount ?? 0;
  };
  const waiting: LogUnderTest['waiting'] = async (name, connections) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await waitingNow(name)) === connections) return;
      await pause(2);
    }
  };

  return {
    url: database.url,
    clock,
    owner,
    store,
    cut,
    holdingHead,
    waiting,
    waitingNow,
    appendAndDie,
    open: async () => {
      const opened: EventStore & { close(): Promise<void> } = store();
      return { store: opened, close: () => opened.close() };
    },
    close: async () => {
      await Promise.all(stores.map((opened) => opened.close()));
      await owner.end();
      await database.drop();
    },
  };
}

/** The same database, with an application name that identifies the connections. */
export const named = (url: string, applicationName: string): string => {
  const address = new URL(url);
  address.searchParams.set('application_name', applicationName);
  return address.href;
};

function onlyUnavailable(error: unknown): undefined {
  if (!(error instanceof EventStoreUnavailable)) throw error;
}
