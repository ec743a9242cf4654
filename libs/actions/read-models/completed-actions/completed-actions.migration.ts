import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Index for recently ended actions, which are queried every morning among all ended ones. */
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
