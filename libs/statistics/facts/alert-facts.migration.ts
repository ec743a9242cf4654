import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

/** Alerts with the days on which they were told and solved, for no. 52 of the statistics. */
export class AlertFacts1796300000110 implements MigrationInterface {
  name = 'AlertFacts1796300000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table statistics_alert (
  tenant text not null,
  subject text not null,
  position bigint not null,
  since timestamptz not null,
  fact jsonb not null,
  earlier jsonb not null,
  first_on date not null,
  last_on date,
  primary key (tenant, subject)
);
create index statistics_alert_by_day on statistics_alert (tenant, last_on, first_on);
create index statistics_alert_by_position on statistics_alert (tenant, position);
${tenantTable('statistics_alert')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statistics_alert');
  }
}
