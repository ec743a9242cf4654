import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class UnitMonth1795305600401 implements MigrationInterface {
  name = 'UnitMonth1795305600401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_unit_month (
  unit_month text primary key,
  municipality text not null,
  unit_id text not null,
  month text not null,
  school_year int not null,
  meetings jsonb not null,
  exempt_reason text
);
create index meetings_unit_month_of_year on meetings_unit_month (municipality, school_year);
${municipalityTable('meetings_unit_month')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_unit_month');
  }
}
