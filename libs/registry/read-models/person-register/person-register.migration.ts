import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class PersonRegister1795305600304 implements MigrationInterface {
  name = 'PersonRegister1795305600304';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table registry_person (
  person_id uuid primary key,
  municipality text not null,
  name text not null,
  email text,
  title text,
  roles jsonb not null,
  revision int not null
);
create index registry_person_of_municipality on registry_person (municipality, name);
${municipalityTable('registry_person')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry_person');
  }
}
