import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ActionMeeting1795305600501 implements MigrationInterface {
  name = 'ActionMeeting1795305600501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table actions_meeting (
  meeting_id uuid primary key,
  municipality text not null,
  participant_ids jsonb not null
);
create index actions_meeting_of_municipality on actions_meeting (municipality);
${municipalityTable('actions_meeting')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table actions_meeting');
  }
}
