import type { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf, urlOf } from '#platform/database';
import { StartRefused, type Environment, type LoginKind } from '#platform/environment';
import type { EventStore, LogFault, OnChecked } from '#platform/event-store';
import {
  checkStreams,
  DEFAULT_LOG,
  deleteSkipRanges,
  isDenied,
  KurrentEventStore,
  KurrentUnavailable,
  KurrentUnusable,
  parseKurrentAddress,
  skipRangesInPostgres,
  checkKurrentConnection,
  WrongKurrentAddress,
  type KurrentAddress,
} from '#platform/event-store-kurrentdb';
import { checkLog, PostgresEventStore } from '#platform/event-store-postgres';
import { followLog, followsAnother, isUnfinishedRestore, type LogIdentity } from '#platform/followers';
import type { Clock } from '#platform/kernel';

/** A client of the log that must be closed. */
export interface OpenLog extends EventStore {
  close(): Promise<void>;
}

type OnTrouble = (fault: unknown) => void;

/** The engine that keeps the log of an installation. */
export interface LogEngine {
  /** Name for messages: `PostgreSQL`, `KurrentDB at host:2113`. No secret. */
  readonly name: string;
  /** Another client of the same log; its appends get their times from this clock. */
  open(clock: Clock, onTrouble?: OnTrouble): OpenLog;
  /** Identity of the log. */
  identity(log: EventStore): Promise<LogIdentity>;
  /** Clears the state kept about a log of this name, which may have been on another server. */
  forget(): Promise<void>;
  /** Faults in the order of the log. */
  check(log: EventStore, onChecked?: OnChecked): AsyncIterable<LogFault>;
  /** Undefined when the log can be reached, otherwise a short reason. */
  whyNotReady(): Promise<string | undefined>;
}

/** Chooses the log's engine, for all processes: KurrentDB when the environment names one, otherwise PostgreSQL. */
export const logEngineOf = (environment: Environment, source: DataSource, login?: LoginKind): LogEngine =>
  environment.kurrentUrl === undefined
    ? postgresLog(source, login)
    : kurrentLog(environment.kurrentUrl, environment, source);

/**
 * The log in the installation's own PostgreSQL. The API's login reads one tenant at a time, the worker's also the whole
 * log, and the operators' only reads.
 */
export const postgresLog = (source: DataSource, login: LoginKind = 'worker'): LogEngine => ({
  name: 'PostgreSQL',
  open: (clock, onTrouble) =>
    new PostgresEventStore({
      connectionString: urlOf(source),
      role: login === 'operator' ? 'samspill_operator' : 'samspill_app',
      runnerUrl: login === 'worker' ? runnerUrlOf(source) : undefined,
      clock,
      onTrouble,
    }),
  identity: () => Promise.resolve({ engine: 'postgres', name: 'event' }),
  forget: () => Promise.resolve(),
  async *check(_, onChecked) {
    const url = login === 'operator' ? urlOf(source) : runnerUrlOf(source);
    const database = await dedicatedConnection(url, login === 'operator' ? 'samspill_operator' : 'samspill_runner');
    try {
      yield* checkLog(database, onChecked);
    } finally {
      await database.end();
    }
  },
  // The log is in the database, which has a check of its own.
  whyNotReady: () => Promise.resolve(undefined),
});

/** The log in KurrentDB. @throws StartRefused for an invalid address */
export function kurrentLog(url: string, { kurrentLog: log = DEFAULT_LOG }: Environment, source: DataSource): LogEngine {
  const address = addressOf(url);
  const skipRanges = skipRangesInPostgres(log, (statement, values) => source.query(statement, [...values]));
  return {
    name: `KurrentDB at ${address.hosts.join(', ')}`,
    open: (clock, onTrouble) => new KurrentEventStore({ url, clock, log, skipRanges, onTrouble }),
    async identity(store) {
      for await (const [first] of store.readAll({ after: 0n, batchSize: 1 }))
        return { engine: 'kurrentdb', name: log, origin: `${first!.id}@${first!.position}` };
      return { engine: 'kurrentdb', name: log };
    },
    async forget() {
      const runner = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
      try {
        await deleteSkipRanges(log, (statement, values) => runner.query(statement, [...values]));
      } finally {
        await runner.end();
      }
    },
    check: (store, onChecked) => checkStreams(store, onChecked),
    async whyNotReady() {
      try {
        await checkKurrentConnection(address);
        return undefined;
      } catch (fault) {
        return fault instanceof KurrentUnusable ? `KurrentDB: ${fault.message}` : 'KurrentDB does not answer';
      }
    },
  };
}

/** @throws StartRefused when the server cannot be used; the sentence names its hosts, never the user or the password */
export async function expectKurrent({ kurrentUrl, clock, kurrentLog: log }: Environment): Promise<void> {
  if (kurrentUrl === undefined) return;
  const address = addressOf(kurrentUrl);
  const refused = (why: string, cause: unknown) =>
    new StartRefused(
      `KurrentDB at ${address.hosts.join(', ')} cannot be used (${why}): see to it, or correct KURRENTDB_URL.`,
      { cause },
    );
  try {
    await checkKurrentConnection(address);
  } catch (fault) {
    throw refused(fault instanceof KurrentUnusable ? fault.message : 'it does not answer', fault);
  }
  const store = new KurrentEventStore({ url: kurrentUrl, clock, log, deadlineMs: READABLE_WITHIN_MS });
  try {
    await store.head();
  } catch (fault) {
    if (isDenied(fault)) throw refused('we may not read it: the user is missing or wrong, or may not read $all', fault);
    if (fault instanceof KurrentUnavailable) throw refused('it has not come up: no node of it is the leader', fault);
    throw fault;
  } finally {
    await store.close();
  }
}
const READABLE_WITHIN_MS = 8_000;

/**
 * @throws StartRefused for a log whose streams lack their tenants: one that a version before tenants wrote to KurrentDB,
 * where names of streams cannot be changed
 */
export async function expectTenants(engine: LogEngine, log: EventStore): Promise<void> {
  for await (const [first] of log.readAll({ after: 0n, batchSize: 1 })) {
    const { tenant, stream } = first!;
    if ((await log.read(tenant, stream)).length > 0) return;
    throw new StartRefused(
      `The log in ${engine.name} is of an older version of Samspill, whose streams lack their tenants: ` +
        'copy it to PostgreSQL with samspill move-log, and from there to a KURRENTDB_LOG of another name (docs/operations.md).',
    );
  }
}

/**
 * Records the log that this database's followers follow, or only looks, for a process that runs none.
 * @throws StartRefused when they have followed another log
 */
export async function expectFollowed(
  source: DataSource,
  engine: LogEngine,
  log: EventStore,
  how: 'record' | 'look',
): Promise<void> {
  const client =
    how === 'record'
      ? await dedicatedConnection(runnerUrlOf(source), 'samspill_runner')
      : await dedicatedConnection(urlOf(source), 'samspill_app');
  try {
    const identity = await engine.identity(log);
    const other = await (how === 'record' ? followLog : followsAnother)(client, identity);
    if (!other) return;
    if (isUnfinishedRestore(other))
      throw new StartRefused(
        'A backup was being restored into this installation, and that was broken off: run samspill restore again.',
      );
    const there =
      other.engine === 'postgres' ? 'in PostgreSQL' : `called ${other.name} in another KurrentDB, or moved,`;
    throw new StartRefused(
      `The read models and policies of this database follow the log ${there} and not the one in ${engine.name}: ` +
        'copy the log and hand over with samspill move-log, or take the setting back (docs/operations.md).',
    );
  } finally {
    await client.end();
  }
}

function addressOf(url: string): KurrentAddress {
  try {
    return parseKurrentAddress(url);
  } catch (fault) {
    if (!(fault instanceof WrongKurrentAddress)) throw fault;
    throw new StartRefused(fault.message.replace('The address of KurrentDB', 'KURRENTDB_URL'), { cause: fault });
  }
}
