import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class Appointment1796300000001 implements MigrationInterface {
  name = 'Appointment1796300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table calendar_appointment (
  tenant text not null,
  meeting_id uuid not null,
  kind text not null,
  unit_ids jsonb not null,
  "on" date not null,
  starts_at text not null,
  place text,
  sequence int not null,
  is_cancelled boolean not null,
  is_held boolean not null,
  changed_at text not null,
  called_ids jsonb not null,
  invited jsonb not null,
  answers jsonb not null,
  primary key (tenant, meeting_id)
);
create index calendar_appointment_on on calendar_appointment (tenant, "on");
${tenantTable('calendar_appointment')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_appointment');
  }
}
