import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MoreTimeAsked1796300001001 implements MigrationInterface {
  name = 'MoreTimeAsked1796300001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alerts_action add more_time_asked_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alerts_action drop more_time_asked_on');
  }
}
