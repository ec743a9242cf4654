import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done and not judged is counted beside every list, among all that ever ended. */
export class ActionCounts1795305600503 implements MigrationInterface {
  name = 'ActionCounts1795305600503';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index actions_action_to_judge on actions_action (municipality, ended_on desc, action_id) where status = 'completed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index actions_action_to_judge');
  }
}
