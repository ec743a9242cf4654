import type { ClientBase } from 'pg';
import type { LogIdentity } from './followed-log.js';
import { SAY_MOVED } from './standings.js';

/** Where a policy stands in the log that is left, and in the one that is followed from now on. */
export interface PolicyPlace {
  readonly name: string;
  readonly position: bigint;
}

/** Where the policies stand. */
export async function policyPlaces(client: ClientBase): Promise<readonly PolicyPlace[]> {
  const { rows } = await client.query<PolicyPlace>(
    // A policy that is halted for a municipality begins again there: reactions that were carried out change nothing.
    `select name, least(position, (select min(halted.position) - 1 from follower_halt as halted
       where halted.kind = 'policy' and halted.name = it.name)) as position
     from log_follower as it where kind = 'policy' order by name`,
  );
  return rows;
}

/**
 * Lets all that follows a log follow another one that holds the same events, in one transaction: policies go on at the
 * places given, and read models are to be built anew, beside the tables that can be read meanwhile. Nobody may be
 * following while this is done.
 */
export async function handOver(client: ClientBase, log: LogIdentity, places: readonly PolicyPlace[]): Promise<void> {
  await client.query('begin');
  try {
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
    // Of no version: the next start builds them, and readers have the old tables until then.
    await client.query(
      `update log_follower set version = 0, position = 0, state = 'building',
         failed_position = null, failed_type = null, failure = null
       where kind = 'read-model'`,
    );
    await client.query('delete from follower_halt');
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
  await client.query(SAY_MOVED);
}
