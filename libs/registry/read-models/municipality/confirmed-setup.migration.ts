import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Steps of the check list that the coordinator of a new municipality has confirmed. */
export class ConfirmedSetup1796300004001 implements MigrationInterface {
  name = 'ConfirmedSetup1796300004001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table registry_municipality add column confirmed jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_municipality drop column confirmed');
  }
}
