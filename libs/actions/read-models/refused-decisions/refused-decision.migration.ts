import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class RefusedDecision1795305602550 implements MigrationInterface {
  name = 'RefusedDecision1795305602550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table actions_refused_decision (
  action_id uuid primary key,
  municipality text not null,
  refusals jsonb not null
);
create index actions_refused_decision_municipality on actions_refused_decision (municipality);
${municipalityTable('actions_refused_decision')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table actions_refused_decision');
  }
}
