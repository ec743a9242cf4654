import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class Publications1796100000002 implements MigrationInterface {
  name = 'Publications1796100000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table statistics_publication (
  tenant text not null,
  publication_id text not null,
  period text not null,
  version int not null,
  publication jsonb not null,
  reason text,
  published_on date not null,
  sha256 text not null,
  event_id uuid not null,
  primary key (tenant, publication_id)
);
${tenantTable('statistics_publication')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statistics_publication');
  }
}
