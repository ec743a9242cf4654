import { KurrentEventStore } from '#platform/event-store-kurrentdb';
import { PostgresEventStore } from '#platform/event-store-postgres';
import { systemClock, type Clock } from '#platform/kernel';
import { aLogName } from '../libs/platform/event-store-kurrentdb/log-under-test.js';

/**
 * Settings of a house under test that say where its log is: in its own PostgreSQL, or, where `KURRENTDB_URL` names a
 * server, in a log of its own there, so that the same specifications are lived through over KurrentDB.
 */
export function aLogOfItsOwn(): Readonly<Record<string, string>> {
  const { KURRENTDB_URL } = process.env;
  return KURRENTDB_URL ? { KURRENTDB_URL, KURRENTDB_LOG: aLogName() } : {};
}

/** The same for a part of the house that is put together by hand: its log, to be closed. */
export function openLogOfItsOwn(
  databaseUrl: string,
  clock: Clock = systemClock,
): PostgresEventStore | KurrentEventStore {
  const { KURRENTDB_URL: url, KURRENTDB_LOG: log } = aLogOfItsOwn();
  return url
    ? new KurrentEventStore({ url, clock, log })
    : new PostgresEventStore({ connectionString: databaseUrl, clock });
}
