import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

const TABLES = [
  'statistics_municipality',
  'statistics_unit',
  'statistics_service',
  'statistics_person',
  'statistics_meeting',
  'statistics_action',
];
const DATED = ['statistics_meeting', 'statistics_action'];

/** The facts that statistics are computed from, each with its versions (ADR 0314). */
export class StatisticsFacts1796100000001 implements MigrationInterface {
  name = 'StatisticsFacts1796100000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`
create table ${table} (
  tenant text not null,
  subject text not null,
  ${DATED.includes(table) ? 'first_on date not null, last_on date,' : ''}
  versions jsonb not null,
  primary key (tenant, subject)
);
${DATED.includes(table) ? `create index ${table}_by_day on ${table} (tenant, last_on, first_on);` : ''}
${tenantTable(table)}`);
    }
    await runner.query(`
create table statistics_moment (
  tenant text not null,
  minute text not null,
  events jsonb not null,
  primary key (tenant, minute)
);
${tenantTable('statistics_moment')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${[...TABLES, 'statistics_moment'].join(', ')}`);
  }
}
