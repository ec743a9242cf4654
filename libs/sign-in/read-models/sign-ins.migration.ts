import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class SignIns1796300000420 implements MigrationInterface {
  name = 'SignIns1796300000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sign_in_approved (
  tenant text not null,
  identity_id uuid not null,
  person_id uuid not null,
  "on" date not null,
  primary key (tenant, identity_id)
);
create index sign_in_approved_person on sign_in_approved (tenant, person_id);
-- What the provider told of those who wait. Not folded from the log: it is removed when the coordinator has answered.
create table sign_in_waiting (
  tenant text not null,
  identity_id uuid not null,
  name text,
  email text,
  asked_at timestamptz not null,
  primary key (tenant, identity_id)
);
create index sign_in_waiting_asked on sign_in_waiting (tenant, asked_at);
${tenantTable('sign_in_approved')}
${tenantTable('sign_in_waiting', 'application')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_waiting, sign_in_approved');
  }
}
