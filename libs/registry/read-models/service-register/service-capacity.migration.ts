import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ServiceCapacity1795305601000 implements MigrationInterface {
  name = 'ServiceCapacity1795305601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_service add column meetings_per_week int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table registry_service drop column meetings_per_week');
  }
}
