import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonPhone1795305602400 implements MigrationInterface {
  name = 'PersonPhone1795305602400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_person add column phone text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_person drop column phone');
  }
}
