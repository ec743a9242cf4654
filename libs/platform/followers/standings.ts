import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';

export type FollowerKind = 'read-model' | 'policy';

/** - `following`: goes on with what comes · `building`: the table is of another version; the right one is built beside it · `stopped`: an event or a fault stands in its way */
export type FollowerState = 'following' | 'building' | 'stopped';

/** Where a read model or a policy stands in the log. Health and metrics show it; it holds no personal data. */
export interface Standing {
  readonly kind: FollowerKind;
  readonly name: string;
  /** Version of the table for a read model (0: none is built yet), 1 for a policy. */
  readonly version: number;
  /** Every event up to here has been taken. */
  readonly position: bigint;
  readonly state: FollowerState;
  /** Position of the last event that followed from a policy's reactions. */
  readonly appended: bigint;
  /** What stops it, and where. */
  readonly failedPosition: bigint | null;
  readonly failedType: string | null;
  readonly failure: string | null;
}

export const STANDINGS = `
  select kind, name, version, position, state, appended,
    failed_position as "failedPosition", failed_type as "failedType", failure
  from log_follower`;

/** Where every follower that this database knows stands, in the order of their names. */
export const standings = (source: DataSource): Promise<readonly Standing[]> =>
  source.query(`${STANDINGS} order by kind, name`);

/** How many reactions of each policy were refused, for metrics. */
export const policyRefusals = (source: DataSource): Promise<readonly { policy: string; count: number }[]> =>
  source.query('select policy, count(*)::int as count from policy_refusal group by policy order by policy');

/** Notes what stopped a follower. */
export async function stop(
  client: ClientBase,
  kind: FollowerKind,
  name: string,
  why: { readonly position: bigint; readonly type: string; readonly failure: string } | { readonly failure: string },
): Promise<void> {
  const at = 'position' in why ? why : { position: null, type: null };
  await client.query(
    `update log_follower set state = 'stopped', failed_position = $3, failed_type = $4, failure = $5
     where kind = $1 and name = $2`,
    [kind, name, at.position, at.type, why.failure],
  );
}

/** Said on this channel, outside any transaction, when followers have moved. A wake-up only: the table is the truth. */
export const MOVED = 'samspill_moved';
export const SAY_MOVED = `notify ${MOVED}`;

/** A text as SQL writes it, for names that this program gives itself and statements that take no parameters. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
