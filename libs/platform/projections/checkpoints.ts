import type { ClientBase, QueryResult } from 'pg';
import {
  halt,
  HALTS,
  quoted,
  NOTIFY_MOVED,
  FOLLOWER_STATUSES,
  type Halt,
  type FollowerStatus,
} from '#platform/followers';
import type { ReadModel } from './read-model.js';

const named = (models: readonly Pick<ReadModel, 'name'>[]) =>
  `kind = 'read-model' and name in (${models.map(({ name }) => quoted(name)).join(', ')})`;

/** Checkpoints and states of the models, by name. */
export async function statusesOf(
  client: ClientBase,
  models: readonly ReadModel[],
): Promise<ReadonlyMap<string, FollowerStatus>> {
  if (models.length === 0) return new Map();
  const { rows } = await client.query<FollowerStatus>(`${FOLLOWER_STATUSES} where ${named(models)}`);
  return byName(rows);
}

/** Checkpoints of models, locked. */
export interface Locked {
  readonly status: ReadonlyMap<string, FollowerStatus>;
  /** Model → tenant → the first position that is not taken. */
  readonly halted: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
}

/**
 * Begins a transaction that locks these models' checkpoints, in one message to the database. Throws when the lease of
 * `fence` has been taken over.
 */
export async function beginLocked(client: ClientBase, models: readonly ReadModel[], fence = 'true'): Promise<Locked> {
  const answers = (await client.query(
    `begin; select ${fence}; ${FOLLOWER_STATUSES} where ${named(models)} order by name for update; ${HALTS} where ${named(models)}`,
  )) as unknown as readonly [unknown, unknown, QueryResult<FollowerStatus>, QueryResult<Halt>];
  return { status: byName(answers[2].rows), halted: haltedOf(answers[3].rows) };
}

/** Moves the models to `position`, commits, and notifies waiting readers, in one message to the database. */
export async function commitAt(client: ClientBase, models: readonly ReadModel[], position: bigint): Promise<void> {
  const move = `update log_follower set position = ${position} where ${named(models)} and position < ${position}`;
  await client.query(`${models.length > 0 ? `${move}; ` : ''}commit; ${NOTIFY_MOVED}`);
}

/** Records that the table of `model` is of this version and at `position`, except for the halted tenants. */
export async function nowBuilt(
  client: ClientBase,
  { name, version }: ReadModel,
  position: bigint,
  halts: readonly Halt[],
): Promise<void> {
  await client.query(
    `update log_follower set version = $2, position = $3, state = 'following',
       failed_position = null, failed_type = null, failure = null
     where kind = 'read-model' and name = $1`,
    [name, version, position],
  );
  await client.query(`delete from follower_halt where kind = 'read-model' and name = $1`, [name]);
  for (const each of halts) await halt(client, each);
}

/**
 * Gives every model a checkpoint and lets stopped models retry; those with a table of another version are marked to be
 * built. With an empty log there is nothing to build.
 */
export async function prepareModels(client: ClientBase, models: readonly ReadModel[], head: bigint): Promise<void> {
  await addCheckpoints(client, models, head);
  await client.query(
    `update log_follower as it set
       state = case when it.version = model.version then 'following' else 'building' end,
       failed_position = null, failed_type = null, failure = null
     from unnest($1::text[], $2::int[]) as model(name, version)
     where it.kind = 'read-model' and it.name = model.name`,
    [models.map(({ name }) => name), models.map(({ version }) => version)],
  );
}

/** Adds checkpoints at the beginning of the log for models without one. */
export async function addCheckpoints(client: ClientBase, models: readonly ReadModel[], head: bigint): Promise<void> {
  await client.query(
    `insert into log_follower (kind, name, version, position, state)
     select 'read-model', name, case when $3 then version else 0 end, 0, case when $3 then 'following' else 'building' end
     from unnest($1::text[], $2::int[]) as model(name, version)
     on conflict (kind, name) do nothing`,
    [models.map(({ name }) => name), models.map(({ version }) => version), head === 0n],
  );
}

const byName = (rows: readonly FollowerStatus[]): ReadonlyMap<string, FollowerStatus> =>
  new Map(rows.map((row) => [row.name, row]));

/** Positions of halts, by model and tenant. */
export function haltedOf(halts: readonly Halt[]): ReadonlyMap<string, ReadonlyMap<string, bigint>> {
  const byModel = Map.groupBy(halts, ({ name }) => name);
  return new Map(
    [...byModel].map(([name, own]) => [name, new Map(own.map(({ tenant, position }) => [tenant, position]))]),
  );
}
