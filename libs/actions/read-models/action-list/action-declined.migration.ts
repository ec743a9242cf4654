import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ActionDeclined1795305602410 implements MigrationInterface {
  name = 'ActionDeclined1795305602410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table actions_action add column declined_on date, add column decline_reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table actions_action drop column declined_on, drop column decline_reason');
  }
}
