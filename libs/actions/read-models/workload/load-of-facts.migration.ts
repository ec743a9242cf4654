import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';
import { removeReadModels } from '#platform/followers';

/** The load of services and people is made of the facts of the statistics (ADR 0319). */
export class LoadOfFacts1796100000011 implements MigrationInterface {
  name = 'LoadOfFacts1796100000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(removeReadModels([{ name: 'carried-action', table: 'actions_carried' }]));
  }

  /** An empty table, which the earlier version builds. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table actions_carried (
  tenant text not null,
  action_id uuid not null,
  agreed_on date not null,
  ended_on date,
  spells jsonb not null,
  primary key (tenant, action_id)
);
create index actions_carried_open on actions_carried (tenant) where ended_on is null;
create index actions_carried_ended on actions_carried (tenant, ended_on) where ended_on is not null;
${tenantTable('actions_carried')}`);
  }
}
