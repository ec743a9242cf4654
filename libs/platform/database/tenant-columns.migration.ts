import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicies } from './tenant-table.js';

interface Table {
  readonly name: string;
  /** True if the table shows each municipality its own rows only. */
  readonly shared: boolean;
}

interface Key {
  readonly name: string;
  readonly columns: readonly string[];
}

const PRIMARY_KEY = `
  select quote_ident(conname) as name, array(
    select quote_ident(attname) from unnest(conkey) with ordinality as part(nr, place)
      join pg_attribute on attrelid = conrelid and attnum = nr order by place) as columns
  from pg_constraint where conrelid = $1::regclass and contype = 'p'`;

/**
 * The column `municipality` becomes `tenant` in every table except the log's, whose own migration renames it; where
 * tenants share a table, its primary key begins with the tenant, so that a row of one never takes the place of
 * another's.
 */
export class TenantColumns1796000000001 implements MigrationInterface {
  name = 'TenantColumns1796000000001';

  async up(runner: QueryRunner): Promise<void> {
    const tables = (await runner.query(`
      select quote_ident(relname) as name,
        exists (select from pg_policy where polrelid = pg_class.oid and polname = 'one_municipality') as shared
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where attname = 'municipality' and relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'event'
      order by relname`)) as readonly Table[];
    for (const { name, shared } of tables) {
      await runner.query(`alter table ${name} rename column municipality to tenant`);
      if (!shared) continue;
      await runner.query(`drop policy one_municipality on ${name}; drop policy every_municipality on ${name}`);
      await runner.query(tenantPolicies(name));
      const [key] = (await runner.query(PRIMARY_KEY, [name])) as readonly Key[];
      if (key && key.columns[0] !== 'tenant')
        await runner.query(
          `alter table ${name} drop constraint ${key.name}, add constraint ${key.name} primary key (tenant, ${key.columns.join(', ')})`,
        );
    }
  }

  /** No down migration: the program of that version does not know tenants. */
  async down(): Promise<void> {
    throw new Error('The tables keep their tenants; restore a backup instead');
  }
}
