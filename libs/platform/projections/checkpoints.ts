import type { ClientBase, QueryResult } from 'pg';
import { quoted, SAY_MOVED, STANDINGS, type Standing } from '#platform/followers';
import type { ReadModel } from './read-model.js';

const named = (models: readonly Pick<ReadModel, 'name'>[]) =>
  `kind = 'read-model' and name in (${models.map(({ name }) => quoted(name)).join(', ')})`;

/** Where the models stand, by name. */
export async function standingsOf(
  client: ClientBase,
  models: readonly ReadModel[],
): Promise<ReadonlyMap<string, Standing>> {
  if (models.length === 0) return new Map();
  const { rows } = await client.query<Standing>(`${STANDINGS} where ${named(models)}`);
  return byName(rows);
}

/** Begins a transaction that alone may move these models: one message to the database. */
export async function beginLocked(
  client: ClientBase,
  models: readonly ReadModel[],
): Promise<ReadonlyMap<string, Standing>> {
  const answers = (await client.query(
    `begin; ${STANDINGS} where ${named(models)} order by name for update`,
  )) as unknown as readonly QueryResult<Standing>[];
  return byName(answers[1]!.rows);
}

/** Moves the models to `position`, commits, and wakes who waits for them: one message to the database. */
export async function commitAt(client: ClientBase, models: readonly ReadModel[], position: bigint): Promise<void> {
  const move = `update log_follower set position = ${position} where ${named(models)} and position < ${position}`;
  await client.query(`${models.length > 0 ? `${move}; ` : ''}commit; ${SAY_MOVED}`);
}

/** The table of `model` is now of this version and stands at `position`. */
export async function nowBuilt(client: ClientBase, { name, version }: ReadModel, position: bigint): Promise<void> {
  await client.query(
    `update log_follower set version = $2, position = $3, state = 'following',
       failed_position = null, failed_type = null, failure = null
     where kind = 'read-model' and name = $1`,
    [name, version, position],
  );
}

/**
 * Gives every model its checkpoint and lets those that were stopped try again; those whose table is of another version are
 * to be built. With nothing in the log there is nothing to build.
 */
export async function enrol(client: ClientBase, models: readonly ReadModel[], head: bigint): Promise<void> {
  await introduce(client, models, head);
  await client.query(
    `update log_follower as it set
       state = case when it.version = model.version then 'following' else 'building' end,
       failed_position = null, failed_type = null, failure = null
     from unnest($1::text[], $2::int[]) as model(name, version)
     where it.kind = 'read-model' and it.name = model.name`,
    [models.map(({ name }) => name), models.map(({ version }) => version)],
  );
}

/** Gives those that have no checkpoint one at the beginning. */
export async function introduce(client: ClientBase, models: readonly ReadModel[], head: bigint): Promise<void> {
  await client.query(
    `insert into log_follower (kind, name, version, position, state)
     select 'read-model', name, case when $3 then version else 0 end, 0, case when $3 then 'following' else 'building' end
     from unnest($1::text[], $2::int[]) as model(name, version)
     on conflict (kind, name) do nothing`,
    [models.map(({ name }) => name), models.map(({ version }) => version), head === 0n],
  );
}

const byName = (rows: readonly Standing[]): ReadonlyMap<string, Standing> =>
  new Map(rows.map((row) => [row.name, row]));
