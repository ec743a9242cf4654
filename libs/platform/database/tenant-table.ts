/** Writer of a tenant's table: the projection runner (read models), or commands (tables not folded from the log). */
export type WrittenBy = 'runner' | 'application';

/** Row-level security of a table with a column `tenant`. */
export const tenantPolicies = (table: string): string => `
create policy one_tenant on ${table} to samspill_app
  using (tenant = (select proven_tenant()))
  with check (tenant = (select proven_tenant()));
create policy every_tenant on ${table} to samspill_runner using (true) with check (true);
`;

/**
 * SQL that makes a table with a column `tenant` safe to share between tenants; for its migration, after `create table`.
 * Row-level security shows and accepts only rows of the tenant that `ReadSide` or `WorkingTables` has set and proven (ADR
 * 0302), and none otherwise. The runner, a separate role, sees every row.
 */
export const tenantTable = (table: string, writtenBy: WrittenBy = 'runner'): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
${tenantPolicies(table)}
revoke all on ${table} from public;
grant select, insert, update, delete on ${table} to samspill_runner;
grant ${writtenBy === 'application' ? 'select, insert, update, delete' : 'select'} on ${table} to samspill_app;
`;
