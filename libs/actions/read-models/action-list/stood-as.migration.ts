import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an action stood on earlier days, for protocols that are filed late. */
export class ActionStoodAs1795305602000 implements MigrationInterface {
  name = 'ActionStoodAs1795305602000';

  async up(runner: QueryRunner): Promise<void> {
    // The read model's new version fills a table of its own before anybody reads the column.
    await runner.query("alter table actions_action add stood_as jsonb not null default '[]'");
    await runner.query('alter table actions_action alter stood_as drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table actions_action drop stood_as');
  }
}
