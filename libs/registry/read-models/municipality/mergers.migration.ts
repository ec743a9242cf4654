import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The merger that formed a municipality, and the one that it became part of. */
export class Mergers1796000000020 implements MigrationInterface {
  name = 'Mergers1796000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_municipality add column formed jsonb, add column successor jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_municipality drop column formed, drop column successor');
  }
}
