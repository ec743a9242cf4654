import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Index for the count of actions completed but not judged, which every list shows, among all ended actions. */
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
