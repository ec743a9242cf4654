import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { LOCKS, dedicatedConnection, sqlStateOf, urlOf } from '#platform/database';
import { decoder, describeFault, rest, SAY_MOVED, stop, tryLock, type Decode } from '#platform/followers';
import type { EventCatalog, EventStore } from '#platform/event-store';
import { beginLocked, introduce, nowBuilt, standingsOf } from './checkpoints.js';
import { FoldFailed, Folding, isRowFault } from './folding.js';
import { foldLog, sideBySide, type Progress } from './fold-log.js';
import { wantedBy, type ReadModel } from './read-model.js';
import { RowTable } from './row-table.js';
import { createShadow, dropShadow, indexShadow, shadowOf, switchOver, waitAtMost } from './shadow-table.js';

/** What read models are folded from, and where their tables are. */
export interface ProjectionSource {
  readonly source: DataSource;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly readModels: readonly ReadModel[];
}

export interface RebuildOptions {
  readonly onProgress?: Progress;
  readonly signal?: AbortSignal;
  /** Rows of all tables together to keep in memory before they are written (default 200,000). */
  readonly rowsInMemory?: number;
}

/** Some read models could not be built: they are as they were before. The others have been switched over. */
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
 * Folds the whole log into a new table for each of `models`, reading it once, beside the live tables; then puts each in
 * the live one's place in a short transaction of its own, in which the last events are folded while its checkpoint is
 * held. Ends with every table full and switched over, or throws with those that failed as they were. Whatever is left
 * by a crash is thrown away by the next rebuild.
 * @throws RebuildFailed, RebuildUnderWay, or a fault of the database
 */
export async function rebuild(
  { source, events, catalog }: Omit<ProjectionSource, 'readModels'>,
  models: readonly ReadModel[],
  { onProgress, signal = new AbortController().signal, rowsInMemory = 200_000 }: RebuildOptions = {},
): Promise<void> {
  const clients = await connections(source, Math.min(CONNECTIONS, models.length));
  try {
    const [client] = clients;
    if (!client || !(await tryLock(client, LOCKS.rebuild))) throw new RebuildUnderWay();
    await introduce(client, models, await events.head());
    const decode = decoder(catalog, wantedBy(models));
    const foldings: Folding[] = [];
    await sideBySide(clients, models, async (model, own) => {
      foldings.push(new Folding(model, await createShadow(own, RowTable.of(source, model)), true));
    });
    const folded = await foldLog(clients, foldings, { events, decode, onProgress, signal, rowsInMemory });
    const failed = [...folded.failures];
    const full = foldings.filter(({ model }) => !failed.some(({ readModel }) => readModel === model.name));
    const largestFirst = full.toSorted((one, other) => other.size - one.size);
    await sideBySide(clients, largestFirst, async ({ model }, own) => {
      const live = RowTable.of(source, model);
      try {
        await indexShadow(own, live);
        await finish(own, model, live, { events, decode, position: folded.position, signal });
      } catch (fault) {
        if (!isRowFault(fault) && !(fault instanceof FoldFailed)) throw fault;
        failed.push(fault instanceof FoldFailed ? fault : new FoldFailed(model.name, fault));
      }
    });
    for (const failure of failed) await abandon(client, models, failure, source);
    if (failed.length > 0) throw new RebuildFailed(failed);
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}

/** Tables are written and indexed side by side, as far as a small database server has cores for it. */
const CONNECTIONS = 3;

async function connections(source: DataSource, count: number): Promise<readonly Client[]> {
  const opened = await Promise.allSettled(
    Array.from({ length: count }, () => dedicatedConnection(urlOf(source), 'samspill_runner')),
  );
  const clients = opened.flatMap((end) => (end.status === 'fulfilled' ? end.value : []));
  const failed = opened.find((end) => end.status === 'rejected');
  if (!failed) return clients;
  await Promise.allSettled(clients.map((client) => client.end()));
  throw failed.reason;
}

interface Finish {
  readonly events: EventStore;
  readonly decode: Decode;
  readonly position: bigint;
  readonly signal: AbortSignal;
}

/** Tries to switch over until those who read the live table let it. */
async function finish(client: Client, model: ReadModel, live: RowTable, how: Finish): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await foldLastAndSwitch(client, model, live, how);
      await client.query(SAY_MOVED);
      return;
    } catch (fault) {
      await client.query('rollback');
      if (sqlStateOf(fault) !== LOCK_NOT_AVAILABLE || attempt === LOCK_TRIES) throw fault;
      await rest(LOCK_WAIT_MS / 4, how.signal);
    }
  }
}

/** While its checkpoint is held nobody moves the live table, so the new one takes over where it stands or further on. */
async function foldLastAndSwitch(
  client: Client,
  model: ReadModel,
  live: RowTable,
  { events, decode, position, signal }: Finish,
): Promise<void> {
  signal.throwIfAborted();
  await beginLocked(client, [model]);
  await waitAtMost(client, LOCK_WAIT_MS);
  const folding = new Folding(model, shadowOf(live));
  let last = position;
  for await (const stored of events.readAll({ after: position, signal })) {
    await folding.take(client, stored.map(decode));
    await folding.write(client);
    last = stored.at(-1)!.position;
  }
  signal.throwIfAborted();
  await switchOver(client, live);
  await nowBuilt(client, model, last);
  await client.query('commit');
}

/** Throws the new table away; a model that has no table of its version to go on with is stopped. */
async function abandon(client: Client, models: readonly ReadModel[], failure: FoldFailed, source: DataSource) {
  const model = models.find(({ name }) => name === failure.readModel)!;
  await dropShadow(client, RowTable.of(source, model));
  const standing = (await standingsOf(client, [model])).get(model.name);
  if (standing?.state !== 'building') return;
  const { at } = failure;
  await stop(client, 'read-model', model.name, { ...at, failure: describeFault(failure.cause) });
}
