import { aLogName } from '../libs/platform/event-store-kurrentdb/log-under-test.js';

/**
 * Settings of a house under test that say where its log is: in its own PostgreSQL, or, where `KURRENTDB_URL` names a
 * server, in a log of its own there, so that the same specifications are lived through over KurrentDB.
 */
export function aLogOfItsOwn(): Readonly<Record<string, string>> {
  const { KURRENTDB_URL } = process.env;
  return KURRENTDB_URL ? { KURRENTDB_URL, KURRENTDB_LOG: aLogName() } : {};
}
