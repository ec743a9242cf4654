import type { MigrationInterface, QueryRunner } from 'typeorm';

/** State of an action on earlier days, for protocols filed late. */
export class ActionStoodAs1795305602000 implements MigrationInterface {
  name = 'ActionStoodAs1795305602000';

  async up(runner: QueryRunner): Promise<void> {
    // The read model's new version fills its own table before the column is read.
    await runner.query("alter table actions_action add stood_as jsonb not null default '[]'");
    await runner.query('alter table actions_action alter stood_as drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table actions_action drop stood_as');
  }
}
