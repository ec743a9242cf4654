import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes of tables that tenants share begin with the tenant: with another, `explain analyze` of a question by key tells
 * how many rows of other tenants the policy has removed (ADR 0302). Unique indexes are left as they are, and those that
 * are not B-trees: PostgreSQL asks their operators only after the policy, since they are not leakproof.
 */
export class TenantIndexes1796000000021 implements MigrationInterface {
  name = 'TenantIndexes1796000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$
      declare other record;
      begin
        for other in
          select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition
          from pg_index join pg_class as it on it.oid = indrelid
          where it.relforcerowsecurity and it.relnamespace = 'public'::regnamespace and not indisunique
            and pg_get_indexdef(indexrelid) like '% USING btree (%'
            and (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]) is distinct from 'tenant'
        loop
          execute format('drop index %s', other.name);
          execute replace(other.definition, ' USING btree (', ' USING btree (tenant, ');
        end loop;
      end $$`);
  }

  /** Earlier versions need no other indexes. */
  async down(): Promise<void> {}
}
