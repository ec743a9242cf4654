import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandedOver1795305602550 implements MigrationInterface {
  name = 'HandedOver1795305602550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alerts_action add was_handed_over boolean not null default false');
    await runner.query('alter table alerts_action alter was_handed_over drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alerts_action drop was_handed_over');
  }
}
