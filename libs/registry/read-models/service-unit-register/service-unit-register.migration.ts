import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ServiceUnitRegister1795305600303 implements MigrationInterface {
  name = 'ServiceUnitRegister1795305600303';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table registry_service_unit (
  service_unit_id uuid primary key,
  municipality text not null,
  name text not null,
  closed_on date,
  revision int not null
);
create index registry_service_unit_of_municipality on registry_service_unit (municipality, name);
${municipalityTable('registry_service_unit')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry_service_unit');
  }
}
