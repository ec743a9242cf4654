import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class CarriedAction1795305600504 implements MigrationInterface {
  name = 'CarriedAction1795305600504';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table actions_carried (
  action_id uuid primary key,
  municipality text not null,
  agreed_on date not null,
  ended_on date,
  spells jsonb not null
);
-- What is open, and what ended within the last year: few, however long the municipality has been at it.
create index actions_carried_open on actions_carried (municipality) where ended_on is null;
create index actions_carried_ended on actions_carried (municipality, ended_on) where ended_on is not null;
${municipalityTable('actions_carried')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table actions_carried');
  }
}
