import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class Municipality1795305600300 implements MigrationInterface {
  name = 'Municipality1795305600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table registry_municipality (
  municipality text primary key,
  name text not null,
  language_form text not null,
  demo boolean not null,
  settings jsonb not null,
  calendars jsonb not null,
  revision int not null
);
${municipalityTable('registry_municipality')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry_municipality');
  }
}
