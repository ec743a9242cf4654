import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicies } from '#platform/database';

const TABLES = ['follower_halt', 'policy_refusal'] as const;

/**
 * What followers note of a tenant is guarded like the tenant's other rows. The API needs less: where each tenant's read
 * models stand still, to know what is up to date, and numbers for metrics. Two functions with the owner's rights give it
 * that, without events or faults.
 */
export class GuardedFollowers1796000000011 implements MigrationInterface {
  name = 'GuardedFollowers1796000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        ${tenantPolicies(table)}
        create policy every_tenant_for_operators on ${table} for select to samspill_operator using (true)`);
    await runner.query(`
      create function halted_tenants() returns table (kind text, name text, tenant text, "position" bigint)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select kind, name, tenant, position from public.follower_halt
      $$;
      create function policy_refusal_counts() returns table (policy text, count integer)
      language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select policy, count(*)::int from public.policy_refusal group by policy
      $$;
      revoke all on function halted_tenants, policy_refusal_counts from public;
      grant execute on function halted_tenants, policy_refusal_counts to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function halted_tenants; drop function policy_refusal_counts');
    for (const table of TABLES) await runner.query(`alter table ${table} disable row level security`);
  }
}
