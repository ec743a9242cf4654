import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'statistics_municipality',
  'statistics_unit',
  'statistics_service',
  'statistics_person',
  'statistics_meeting',
  'statistics_action',
];

/**
 * The latest version in a column of its own, and of earlier ones only what they had else (ADR 0320). Rows keep whole
 * earlier versions, which are read alike, until the read models' new versions are built.
 */
export class LeanFacts1796100000003 implements MigrationInterface {
  name = 'LeanFacts1796100000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`
alter table ${table}
  add column position bigint not null default 0,
  add column since timestamptz not null default 'epoch',
  add column fact jsonb not null default '{}',
  add column earlier jsonb not null default '[]';
-- The owner is subject to the policies of the table as well, unless it is a superuser.
alter table ${table} no force row level security;
update ${table} set
  since = to_timestamp((versions -> -1 ->> 'at')::bigint / 1000.0),
  fact = versions -> -1 -> 'fact',
  earlier = coalesce(
    (select jsonb_agg(jsonb_build_object('at', version -> 'at', 'was', version -> 'fact') order by nr desc)
     from jsonb_array_elements(versions - -1) with ordinality as known(version, nr)),
    '[]');
alter table ${table} force row level security;
alter table ${table}
  alter column position drop default, alter column since drop default,
  alter column fact drop default, alter column earlier drop default,
  drop column versions;
create index ${table}_by_position on ${table} (tenant, position);`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`
drop index ${table}_by_position;
alter table ${table} add column versions jsonb not null default '[]';
alter table ${table} no force row level security;
update ${table} set versions = (
  select jsonb_agg(version order by nr) from (
    select jsonb_build_object('at', (extract(epoch from since) * 1000)::bigint, 'fact', fact) as version, 0 as nr
    union all
    select jsonb_build_object('at', one -> 'at', 'fact', fact || (
      select coalesce(jsonb_object_agg(key, value order by place), '{}')
      from jsonb_array_elements(earlier) with ordinality as later(it, place), jsonb_each(it -> 'was')
      where place <= nr.place)), -nr.place
    from jsonb_array_elements(earlier) with ordinality as nr(one, place)
  ) as known(version, nr));
alter table ${table} force row level security;
alter table ${table} alter column versions drop default,
  drop column position, drop column since, drop column fact, drop column earlier;`);
    }
  }
}
