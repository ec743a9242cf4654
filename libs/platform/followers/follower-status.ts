import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';

export type FollowerKind = 'read-model' | 'policy';

/**
 * - `following`: takes new events
 * - `building`: the table is of another version; the current one is built beside it
 * - `stopped`: an event or a fault prevents progress
 */
export type FollowerState = 'following' | 'building' | 'stopped';

/** Status of a read model or a policy in the log, for health and metrics; contains no personal data. */
export interface FollowerStatus {
  readonly kind: FollowerKind;
  readonly name: string;
  /** Version of the table for a read model (0: none is built yet), 1 for a policy. */
  readonly version: number;
  /** Every event up to here has been taken. */
  readonly position: bigint;
  readonly state: FollowerState;
  /** Position of the last event that followed from a policy's reactions. */
  readonly appended: bigint;
  /** The fault that stops it, and its position. */
  readonly failedPosition: bigint | null;
  readonly failedType: string | null;
  readonly failure: string | null;
}

export const FOLLOWER_STATUSES = `
  select kind, name, version, position, state, appended,
    failed_position as "failedPosition", failed_type as "failedType", failure
  from log_follower`;

/** Status of every follower recorded in this database, ordered by name. */
export const followerStatuses = (source: DataSource): Promise<readonly FollowerStatus[]> =>
  source.query(`${FOLLOWER_STATUSES} order by kind, name`);

/** Number of refused reactions per policy, for metrics. */
export const policyRefusals = (source: DataSource): Promise<readonly { policy: string; count: number }[]> =>
  source.query('select policy, count from policy_refusal_counts() order by policy');

/** Records the fault that stopped a follower. */
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

/** Channel notified, outside any transaction, when followers have moved. A wake-up only; readers read the table. */
export const MOVED = 'samspill_moved';
export const NOTIFY_MOVED = `notify ${MOVED}`;

/** An SQL string literal, for the program's own names in statements that take no parameters. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
