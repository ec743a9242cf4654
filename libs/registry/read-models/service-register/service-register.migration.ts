import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ServiceRegister1795305600302 implements MigrationInterface {
  name = 'ServiceRegister1795305600302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table registry_service (
  service_id uuid primary key,
  municipality text not null,
  name text not null,
  kind text not null,
  service_unit_id uuid,
  closed_on date,
  revision int not null
);
create index registry_service_of_municipality on registry_service (municipality, name);
${municipalityTable('registry_service')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry_service');
  }
}
