/**
 * Writer of a municipality's table: the projection runner (read models), or commands (tables not folded from the log).
 */
export type WrittenBy = 'runner' | 'application';

/**
 * SQL that makes a table with a `municipality` column safe to share between municipalities; for its migration, after
 * `create table`. Row-level security shows and accepts only rows of the municipality that `ReadSide` or `WorkingTables`
 * has set, and none if it is not set. The runner, a separate role, sees every row.
 */
export const tenantTable = (table: string, writtenBy: WrittenBy = 'runner'): string => `
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
