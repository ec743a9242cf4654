import type { WrittenBy } from './tenant-table.js';

/**
 * `tenantTable` as it was before the migration `TenantColumns`, when the tenant's column was named `tenant`. Only
 * for migrations older than that one.
 */
export const municipalityTable = (table: string, writtenBy: WrittenBy = 'runner'): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy one_municipality on ${table} to samspill_app
  using (municipality = current_setting('samspill.municipality', true))
  with check (municipality = current_setting('samspill.municipality', true));
create policy every_municipality on ${table} to samspill_runner using (true) with check (true);
revoke all on ${table} from public;
grant select, insert, update, delete on ${table} to samspill_runner;
grant ${writtenBy === 'application' ? 'select, insert, update, delete' : 'select'} on ${table} to samspill_app;
`;
