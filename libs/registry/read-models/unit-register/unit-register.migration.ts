import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class UnitRegister1795305600301 implements MigrationInterface {
  name = 'UnitRegister1795305600301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table registry_unit (
  unit_id text primary key,
  municipality text not null,
  name text not null,
  kind text not null,
  ownership text not null,
  children int,
  area text,
  obligations jsonb not null,
  hosts jsonb not null,
  closed_on date,
  services jsonb not null,
  standing jsonb not null,
  revision int not null
);
create index registry_unit_of_municipality on registry_unit (municipality, name);
${municipalityTable('registry_unit')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry_unit');
  }
}
