import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LostProtocol1795305602001 implements MigrationInterface {
  name = 'LostProtocol1795305602001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alerts_meeting add is_lost boolean not null default false');
    await runner.query('alter table alerts_meeting alter is_lost drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alerts_meeting drop is_lost');
  }
}
