import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class OpenInvitations1796300003001 implements MigrationInterface {
  name = 'OpenInvitations1796300003001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sign_in_invitation (
  tenant text not null,
  person_id uuid not null,
  ends_at timestamptz not null,
  "on" date not null,
  primary key (tenant, person_id)
);
${tenantTable('sign_in_invitation')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_invitation');
  }
}
