import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ended lately is asked for every morning, among all that ever ended. */
export class CompletedActions1795305600502 implements MigrationInterface {
  name = 'CompletedActions1795305600502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index actions_action_ended on actions_action (municipality, ended_on) where ended_on is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index actions_action_ended');
  }
}
