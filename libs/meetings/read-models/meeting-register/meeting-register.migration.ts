import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class MeetingRegister1795305600400 implements MigrationInterface {
  name = 'MeetingRegister1795305600400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_meeting (
  meeting_id uuid primary key,
  municipality text not null,
  kind text not null,
  unit_ids jsonb not null,
  school_year int not null,
  day date not null,
  starts_at text not null,
  place text,
  state text not null,
  urgent boolean not null,
  reason text,
  agenda text,
  called_ids jsonb not null,
  participants jsonb not null,
  participant_ids jsonb not null,
  filed_on date,
  filed_by uuid,
  version int not null,
  revision int not null
);
create index meetings_meeting_by_day on meetings_meeting (municipality, day);
create index meetings_meeting_of_units on meetings_meeting using gin (unit_ids);
${municipalityTable('meetings_meeting')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_meeting');
  }
}
