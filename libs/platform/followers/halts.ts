import type { ClientBase } from 'pg';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import type { FollowerKind } from './follower-status.js';

/**
 * One tenant of one follower is halted at an event that the follower could not take. The events before it have
 * been taken, and none after it; all other tenants continue. Contains no personal data.
 */
export interface Halt {
  readonly kind: FollowerKind;
  readonly name: string;
  readonly tenant: string;
  /** The tenant's first event that has not been taken. */
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly failure: string;
}

/** Halts of followers, one per tenant, and the events that an operator lets them skip. */
export class CreateFollowerHalts1795880180001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follower_halt (
        kind text not null check (kind in ('read-model', 'policy')),
        name text not null,
        municipality text not null,
        position bigint not null,
        event_id uuid not null,
        type text not null,
        failure text not null,
        halted_at timestamptz not null default now(),
        primary key (kind, name, municipality)
      );
      grant select on follower_halt to samspill_app;
      grant select, insert, update, delete on follower_halt to samspill_runner;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follower_halt');
  }
}

export const HALTS = `
  select kind, name, tenant, position, event_id as "eventId", type, failure from follower_halt`;

/** Every halt with its event and fault, for operators and workers: the API's login may not read them. */
export async function halts(source: DataSource): Promise<readonly Halt[]> {
  const client = await dedicatedConnection(runnerUrlOf(source), 'samspill_runner');
  try {
    return (await client.query<Halt>(`${HALTS} order by kind, name, tenant`)).rows;
  } finally {
    await client.end();
  }
}

/** The position at which a follower stands still for a tenant. */
export type HaltedTenant = Pick<Halt, 'kind' | 'name' | 'tenant' | 'position'>;

/** `HaltedTenant` of every tenant, without the event and its fault. */
export const HALTED_TENANTS = 'select kind, name, tenant, position from halted_tenants()';

/**
 * Records that a follower is halted for a tenant; in the transaction that moves its checkpoint past the event.
 */
export async function halt(client: ClientBase, it: Halt): Promise<void> {
  await client.query(
    `insert into follower_halt (kind, name, tenant, position, event_id, type, failure)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (kind, name, tenant)
       do update set position = $4, event_id = $5, type = $6, failure = $7, halted_at = now()`,
    [it.kind, it.name, it.tenant, it.position, it.eventId, it.type, it.failure],
  );
}

/** Removes a halt: the tenant has reached the follower's checkpoint. */
export async function endHalt(client: ClientBase, { kind, name, tenant }: Omit<Halt, HaltedAt>): Promise<void> {
  await client.query('delete from follower_halt where kind = $1 and name = $2 and tenant = $3', [kind, name, tenant]);
}
type HaltedAt = 'position' | 'eventId' | 'type' | 'failure';
