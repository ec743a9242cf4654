import type { ClientBase } from 'pg';
import type { LogIdentity } from './followed-log.js';
import { NOTIFY_MOVED } from './follower-status.js';

/** A policy's position in the old log and in the new one. */
export interface PolicyPosition {
  readonly name: string;
  readonly position: bigint;
}

/** The policies' positions. */
export async function policyPositions(client: ClientBase): Promise<readonly PolicyPosition[]> {
  const { rows } = await client.query<PolicyPosition>(
    // A policy with a halt starts again at that event: repeated reactions change nothing.
    `select name, least(position, (select min(halted.position) - 1 from follower_halt as halted
       where halted.kind = 'policy' and halted.name = it.name)) as position
     from log_follower as it where kind = 'policy' order by name`,
  );
  return rows;
}

/**
 * Moves all followers to another log that contains the same events, in one transaction: policies continue at the given
 * positions, and read models are marked to be rebuilt while their old tables serve reads. No follower may be running.
 */
export async function moveFollowers(
  client: ClientBase,
  log: LogIdentity,
  places: readonly PolicyPosition[],
): Promise<void> {
  await client.query('begin');
  try {
    await setFollowers(client, log, places);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
  await client.query(NOTIFY_MOVED);
}

/** The same, within the caller's transaction. */
export async function setFollowers(
  client: ClientBase,
  log: LogIdentity,
  places: readonly PolicyPosition[],
): Promise<void> {
  await client.query(
    `insert into followed_log (engine, name, origin) values ($1, $2, $3)
     on conflict (one) do update set engine = $1, name = $2, origin = $3`,
    [log.engine, log.name, log.origin ?? null],
  );
  await client.query(
    `update log_follower as it set position = place.position, appended = 0, state = 'following',
       failed_position = null, failed_type = null, failure = null
     from unnest($1::text[], $2::bigint[]) as place(name, position)
     where it.kind = 'policy' and it.name = place.name`,
    [places.map(({ name }) => name), places.map(({ position }) => position)],
  );
  // Version 0, so that the next start rebuilds them; readers use the old tables until then.
  await client.query(
    `update log_follower set version = 0, position = 0, state = 'building',
       failed_position = null, failed_type = null, failure = null
     where kind = 'read-model'`,
  );
  await client.query('delete from follower_halt');
}
