import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers and names get dates, and the tenant a kind. Earlier rows had one number, which is their key, and one name. */
export class NumbersAndNames1795305602600 implements MigrationInterface {
  name = 'NumbersAndNames1795305602600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table registry_municipality
  add column kind text not null default 'municipality',
  add column numbers jsonb not null default '[]',
  add column names jsonb not null default '[]';
-- The owner is subject to the policies of the table as well, unless it is a superuser.
alter table registry_municipality no force row level security;
update registry_municipality set
  numbers = jsonb_build_array(jsonb_build_object('number', municipality, 'from', null)),
  names = jsonb_build_array(jsonb_build_object('name', name, 'from', null));
alter table registry_municipality force row level security;
alter table registry_municipality
  alter column kind drop default, alter column numbers drop default, alter column names drop default, drop column name`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table registry_municipality add column name text not null default '';
alter table registry_municipality no force row level security;
update registry_municipality set name = names -> -1 ->> 'name';
alter table registry_municipality force row level security;
alter table registry_municipality
  alter column name drop default, drop column kind, drop column numbers, drop column names`);
  }
}
