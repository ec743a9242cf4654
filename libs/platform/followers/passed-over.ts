import type { ClientBase } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';
import type { FollowerKind } from './follower-status.js';

/** Event type of an operator's command to skip an event: followers halted at that event retry. */
export const EVENT_PASSED_OVER = 'operations.EventPassedOver';

/** Table of the read model `passed-over`; it is here because every follower reads it. */
export class CreatePassedOver1795880180002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passed_over (
        passed_over_id text primary key,
        municipality text not null,
        kind text not null,
        name text not null,
        event_id uuid not null,
        reason text not null,
        position bigint not null
      );
      ${municipalityTable('passed_over')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table passed_over');
  }
}

/** Ids of the events that this follower skips, by an operator's decision. */
export async function passedOverBy(client: ClientBase, kind: FollowerKind, name: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'select event_id as id from passed_over where kind = $1 and name = $2',
    [kind, name],
  );
  return new Set(rows.map(({ id }) => id));
}
