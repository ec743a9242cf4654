import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { sqlStateOf, runnerUrlOf } from '#platform/database';
import {
  decoder,
  describeFault,
  passedOverBy,
  pause,
  NOTIFY_MOVED,
  stop,
  takeLease,
  type Decode,
  type Halt,
} from '#platform/followers';
import type { EventCatalog, EventStore } from '#platform/event-store';
import { isFollowing } from './batch.js';
import { FoldOneByOne } from './fold-one-by-one.js';
import { beginLocked, addCheckpoints, nowBuilt, statusesOf, type Locked } from './checkpoints.js';
import { FoldFailed, Folding, isRowFault, nothingLeftOut } from './folding.js';
import { foldLog, sideBySide, type Progress } from './fold-log.js';
import { NewTable } from './new-table.js';
import { wantedBy, type ReadModel } from './read-model.js';
import { noTimes, timed, type RebuildTimes } from './rebuild-times.js';
import { RowTable } from './row-table.js';
import {
  completeShadow,
  createShadow,
  dropReplaced,
  dropShadow,
  keyShadow,
  shadowOf,
  switchOver,
  waitAtMost,
} from './shadow-table.js';

/** The log that read models are folded from, and the database of their tables. */
export interface ProjectionSource {
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly readModels: readonly ReadModel[];
}

export interface RebuildOptions {
  readonly onProgress?: Progress;
  readonly signal?: AbortSignal;
  /** Most rows of all tables together in memory (default: by the memory that the process may use). */
  readonly rowsInMemory?: number;
  /** Called at the end, also of a rebuild that failed. */
  readonly onTimes?: (times: RebuildTimes) => void;
}

/** Some read models could not be built and are unchanged. The others have been switched over. */
export class RebuildFailed extends Error {
  override readonly name = 'RebuildFailed';
  constructor(readonly failures: readonly FoldFailed[]) {
    super(failures.map(({ message, cause }) => `${message}: ${describeFault(cause)}`).join('; '));
  }
}

/** Another process is rebuilding read models in this database. */
export class RebuildUnderWay extends Error {
  override readonly name = 'RebuildUnderWay';
  constructor() {
    super('Another rebuild is under way in this database: wait until it has ended');
  }
}

const LOCK_TRIES = 20;
const LOCK_WAIT_MS = 1_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Folds the whole log, in one pass, into a new table for each of `models` beside the live tables; then replaces each
 * live table in a short transaction of its own, in which the last events are folded while its checkpoint is locked.
 * Ends with every table full and switched over, or throws and leaves the failed ones unchanged. The replaced tables are
 * dropped together at the end. The next rebuild removes what a crash leaves behind. Returns the tables that were switched
 * over without the rest of a tenant, because an event of it cannot be taken.
 * @throws RebuildFailed, RebuildUnderWay, or a fault of the database
 */
export async function rebuild(
  { source, events, catalog }: Omit<ProjectionSource, 'readModels'>,
  models: readonly ReadModel[],
  { onProgress, signal: given, rowsInMemory, onTimes }: RebuildOptions = {},
): Promise<readonly Halt[]> {
  const lease = await takeLease(runnerUrlOf(source), 'rebuild');
  if (!lease) throw new RebuildUnderWay();
  const signal = given ? AbortSignal.any([given, lease.lost]) : lease.lost;
  const { fence } = lease;
  const times = noTimes();
  try {
    const clients = await Promise.all(Array.from({ length: REBUILD_CONNECTIONS }, () => lease.connection()));
    await Promise.all(clients.map((each) => each.query(REBUILD_SETTINGS)));
    const client = clients[0]!;
    await addCheckpoints(client, models, await events.head());
    const decode = decoder(catalog, wantedBy(models));
    await dropReplaced(client);
    const passedOver = new Map<ReadModel, ReadonlySet<string>>();
    for (const model of models) passedOver.set(model, await passedOverBy(client, 'read-model', model.name));
    // The log is read while the tables are made.
    const made = sideBySide(clients, models, async (model, own) => {
      await createShadow(own, RowTable.of(source, model));
    });
    // A table that cannot be made fails the first write to it; as an unhandled rejection it would end the process before.
    made.catch(() => undefined);
    const foldings = models.map((model) => {
      const live = RowTable.of(source, model);
      const table = new NewTable(shadowOf(live), (key) => keyShadow(key, live), made);
      return new Folding(model, table, { ...nothingLeftOut, passedOver: passedOver.get(model)! });
    });
    const folded = await foldLog(clients, foldings, { events, decode, onProgress, signal, rowsInMemory, times });
    await made;
    const failed: FoldFailed[] = [];
    const halted: Halt[] = [];
    const largestFirst = foldings.toSorted((one, other) => other.allRows - one.allRows);
    // One model's keys and indexes are built while the rows of others are written.
    await sideBySide(clients, largestFirst, async (folding, own) => {
      const { model, leftOut } = folding;
      const live = RowTable.of(source, model);
      const how = { events, decode, position: folded.position, signal, fence };
      try {
        const oneByOne = new FoldOneByOne(model, shadowOf(live), leftOut.passedOver);
        const isWritten =
          !folded.failures.some(({ readModel }) => readModel === model.name) &&
          (await timed(times, 'writing', () => writeRest(own, folding)));
        if (!isWritten) {
          await createShadow(own, live);
          await keyShadow(own, live);
          await timed(times, 'folding', () => foldOneByOne(own, oneByOne, 0n, how));
        }
        await timed(times, 'indexing', () => completeShadow(own, live));
        await timed(times, 'switching', () => finish(own, model, live, oneByOne, how));
        halted.push(...oneByOne.halts);
      } catch (fault) {
        if (!isRowFault(fault) && !(fault instanceof FoldFailed)) throw fault;
        failed.push(fault instanceof FoldFailed ? fault : new FoldFailed(model.name, fault));
      }
    });
    await dropReplaced(client);
    for (const failure of failed) await abandon(client, models, failure, source);
    if (failed.length > 0) throw new RebuildFailed(failed);
    return halted;
  } finally {
    onTimes?.(times);
    await lease.release();
  }
}

/** Tables are written and indexed in parallel; this many suits the cores of a small database server. */
export const REBUILD_CONNECTIONS = 3;
/**
 * Commits do not wait for the disk; the drop of the replaced tables at the end does, since PostgreSQL flushes its log when
 * it removes a file, and everything before with it. Indexes are sorted in memory, each by its own connection: parallel
 * workers would take cores from the other connections, and take longer to start than most indexes to build. The planner's
 * first statistics come from 6,000 rows of a table; autovacuum analyses it in full soon afterwards.
 */
export const REBUILD_SETTINGS = `
  set synchronous_commit = off;
  set maintenance_work_mem = '128MB';
  set max_parallel_maintenance_workers = 0;
  set default_statistics_target = 20`;
/** Up to this many events are folded while the live table's checkpoint is locked; more are folded before. */
const NEAR_ENOUGH = 1_000n;

/** Writes the rows that are left in memory, and drops them. False when the database refuses some of them. */
async function writeRest(client: Client, folding: Folding): Promise<boolean> {
  try {
    await folding.write(client);
    return true;
  } catch (fault) {
    if (fault instanceof FoldFailed) return false;
    throw fault;
  } finally {
    folding.clear();
  }
}

interface Finish {
  readonly events: EventStore;
  readonly decode: Decode;
  readonly position: bigint;
  readonly signal: AbortSignal;
  readonly fence: string;
}

/** Folds the events after `from` up to the others' position, event by event if necessary. */
async function foldOneByOne(client: Client, oneByOne: FoldOneByOne, from: bigint, how: Finish): Promise<void> {
  const { events, decode, position, signal } = how;
  for await (const stored of events.readAll({ after: from, signal })) {
    await oneByOne.take(
      client,
      stored.map(decode).filter((event) => event.position <= position),
    );
    if (stored.at(-1)!.position >= position) break;
  }
  signal.throwIfAborted();
}

/** Retries the switch-over until the readers of the live table allow it. */
async function finish(client: Client, model: ReadModel, live: RowTable, oneByOne: FoldOneByOne, given: Finish) {
  let how = await catchUp(client, oneByOne, given, NEAR_ENOUGH);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await foldLastAndSwitch(client, model, live, oneByOne, how);
      await client.query(NOTIFY_MOVED);
      return;
    } catch (fault) {
      await client.query('rollback');
      if (attempt === LOCK_TRIES || fault instanceof WouldFallBehind) throw fault;
      if (fault instanceof FoldFailed) {
        how = await catchUp(client, oneByOne, how, 0n);
      } else if (sqlStateOf(fault) === LOCK_NOT_AVAILABLE) await pause(LOCK_WAIT_MS / 4, how.signal);
      else throw fault;
    }
  }
}

/** Folds up to the end of the log when more than `behind` events were appended meanwhile; readers notice nothing. */
async function catchUp(client: Client, oneByOne: FoldOneByOne, how: Finish, behind: bigint): Promise<Finish> {
  const position = await how.events.head();
  if (position - how.position <= behind) return how;
  await foldOneByOne(client, oneByOne, how.position, { ...how, position });
  return { ...how, position };
}

/**
 * While its checkpoint is locked the live table cannot move, so the new one takes over at the same position or a later
 * one.
 */
async function foldLastAndSwitch(
  client: Client,
  model: ReadModel,
  live: RowTable,
  { leftOut, halts }: FoldOneByOne,
  { events, decode, position, signal, fence }: Finish,
): Promise<void> {
  signal.throwIfAborted();
  refuseToFallBehind(model, halts, await beginLocked(client, [model], fence));
  await waitAtMost(client, LOCK_WAIT_MS);
  const folding = new Folding(model, shadowOf(live), leftOut);
  let last = position;
  for await (const stored of events.readAll({ after: position, signal })) {
    await folding.take(client, stored.map(decode));
    await folding.write(client);
    last = stored.at(-1)!.position;
  }
  signal.throwIfAborted();
  await switchOver(client, live);
  await nowBuilt(client, model, last, halts);
  await client.query('commit');
}

/** The live table has taken an event of a tenant that the new one cannot take. */
class WouldFallBehind extends FoldFailed {}

/** A failure with the description that was recorded when it occurred. */
class Noted extends Error {
  constructor(failure: string) {
    super();
    this.name = failure;
    this.stack = '';
  }
}

/** A live table of this version stays when the new one would show less of a tenant. */
function refuseToFallBehind(model: ReadModel, halts: readonly Halt[], { status, halted }: Locked): void {
  const at = status.get(model.name);
  if (!isFollowing(model, at)) return;
  const live = halted.get(model.name);
  for (const { tenant, position, type, eventId, failure } of halts) {
    const liveUpTo = live?.get(tenant) ?? at.position + 1n;
    if (position < liveUpTo)
      throw new WouldFallBehind(model.name, new Noted(failure), { position, type, id: eventId, tenant });
  }
}

/** Drops the new table; a model without a live table of its version is stopped. */
async function abandon(client: Client, models: readonly ReadModel[], failure: FoldFailed, source: DataSource) {
  const model = models.find(({ name }) => name === failure.readModel)!;
  await dropShadow(client, RowTable.of(source, model));
  const status = (await statusesOf(client, [model])).get(model.name);
  if (status?.state !== 'building') return;
  const { at } = failure;
  await stop(client, 'read-model', model.name, { ...at, failure: describeFault(failure.cause) });
}
