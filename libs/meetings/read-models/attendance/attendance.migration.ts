import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class Attendance1795305600410 implements MigrationInterface {
  name = 'Attendance1795305600410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_attended (
  meeting_id uuid primary key,
  municipality text not null,
  unit_ids jsonb not null,
  held_on date not null,
  services jsonb not null
);
create index meetings_attended_by_day on meetings_attended (municipality, held_on);
${municipalityTable('meetings_attended')}
create table meetings_service_duty (
  duty text primary key,
  municipality text not null,
  unit_id text not null,
  service_id uuid not null,
  timeline jsonb not null
);
create index meetings_service_duty_of_municipality on meetings_service_duty (municipality);
${municipalityTable('meetings_service_duty')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_attended; drop table meetings_service_duty');
  }
}
