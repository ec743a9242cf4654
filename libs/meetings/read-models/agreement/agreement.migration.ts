import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class Agreement1796300006001 implements MigrationInterface {
  name = 'Agreement1796300006001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_agreement (
  agreement text not null,
  tenant text not null,
  unit_id text not null,
  school_year int not null,
  versions jsonb not null,
  revision int not null,
  primary key (tenant, agreement)
);
create index meetings_agreement_of_year on meetings_agreement (tenant, school_year);
${tenantTable('meetings_agreement')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_agreement');
  }
}
