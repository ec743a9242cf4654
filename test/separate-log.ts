import { KurrentEventStore } from '#platform/event-store-kurrentdb';
import { PostgresEventStore } from '#platform/event-store-postgres';
import { systemClock, type Clock } from '#platform/kernel';
import { aLogName } from '../libs/platform/event-store-kurrentdb/log-name.examples.js';

/**
 * Settings that give an installation under test a separate log: in its own PostgreSQL, or, if `KURRENTDB_URL` names a
 * server, in KurrentDB, so that the same specifications run over both.
 */
export function separateLogSettings(): Readonly<Record<string, string>> {
  const { KURRENTDB_URL } = process.env;
  return KURRENTDB_URL ? { KURRENTDB_URL, KURRENTDB_LOG: aLogName() } : {};
}

/** The same for specifications that build parts of an installation: the log, which the caller closes. */
export function openSeparateLog(
  databaseUrl: string,
  clock: Clock = systemClock,
): PostgresEventStore | KurrentEventStore {
  const { KURRENTDB_URL: url, KURRENTDB_LOG: log } = separateLogSettings();
  return url
    ? new KurrentEventStore({ url, clock, log })
    : new PostgresEventStore({ connectionString: databaseUrl, runnerUrl: databaseUrl, clock });
}
