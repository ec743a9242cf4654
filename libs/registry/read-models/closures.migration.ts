import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['registry_unit', 'registry_service', 'registry_service_unit'];

/**
 * Replaces one last day by closed periods. A new version of the read models rebuilds the rows; until then they keep
 * their values.
 */
export class Closures1795305602100 implements MigrationInterface {
  name = 'Closures1795305602100';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column closures jsonb not null default '[]'`);
      await runner.query(`update ${table} set closures =
        jsonb_build_array(jsonb_build_object('lastDay', closed_on, 'reopens', null, 'reason', null))
        where closed_on is not null`);
      await runner.query(`alter table ${table} alter column closures drop default, drop column closed_on`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column closed_on date`);
      await runner.query(`update ${table} set closed_on = (closures -> -1 ->> 'lastDay')::date
        where closures -> -1 ->> 'reopens' is null`);
      await runner.query(`alter table ${table} drop column closures`);
    }
  }
}
