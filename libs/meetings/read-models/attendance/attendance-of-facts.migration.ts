import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';
import { removeReadModels } from '#platform/followers';

/** Attendance is made of the facts of the statistics (ADR 0319). */
export class AttendanceOfFacts1796100000010 implements MigrationInterface {
  name = 'AttendanceOfFacts1796100000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      removeReadModels([
        { name: 'attended-meeting', table: 'meetings_attended' },
        { name: 'service-duty', table: 'meetings_service_duty' },
      ]),
    );
  }

  /** Empty tables, which the earlier version builds. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_attended (
  tenant text not null,
  meeting_id uuid not null,
  unit_ids jsonb not null,
  held_on date not null,
  services jsonb not null,
  primary key (tenant, meeting_id)
);
create index meetings_attended_by_day on meetings_attended (tenant, held_on);
${tenantTable('meetings_attended')}
create table meetings_service_duty (
  tenant text not null,
  duty text not null,
  unit_id text not null,
  service_id uuid not null,
  timeline jsonb not null,
  primary key (tenant, duty)
);
create index meetings_service_duty_of_municipality on meetings_service_duty (tenant);
${tenantTable('meetings_service_duty')}`);
  }
}
