import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonWords1795305602420 implements MigrationInterface {
  name = 'PersonWords1795305602420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table registry_person add column words text[] not null default '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_person drop column words');
  }
}
