import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TryWriting1796000000020 } from './try-writing.migration.js';

/**
 * The tenant of a transaction, if it has been proven (ADR 0302): `samspill.tenant` is an id, and `samspill.proof` its
 * message authentication code with the key of the login, for this session of the server alone. Null otherwise, so that
 * policies show nothing. Only the owner can read the keys.
 *
 * HMAC-SHA-256 from `sha256`, as there is no `hmac` without an extension: a key is stored as its two pads.
 */
export class ProvenTenant1700000000000 implements MigrationInterface {
  name = 'ProvenTenant1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table login_key (login text primary key, inner_pad bytea not null, outer_pad bytea not null);
      revoke all on login_key from public;
      create function proven_tenant() returns text
      language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp as $$
      declare
        claimed constant text := current_setting('samspill.tenant', true);
        proof constant text := current_setting('samspill.proof', true);
        own public.login_key;
      begin
        if coalesce(claimed, '') = '' or coalesce(proof, '') = '' then
          return null;
        end if;
        select * into own from public.login_key where login = session_user;
        if proof = encode(sha256(own.outer_pad || sha256(own.inner_pad
            || convert_to(claimed || '/' || pg_backend_pid(), 'UTF8'))), 'hex') then
          return claimed;
        end if;
        return null;
      end $$;
      revoke all on function proven_tenant() from public;
      grant execute on function proven_tenant() to samspill_app, samspill_runner`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function proven_tenant; drop table login_key');
  }
}

/** Policies that took the tenant's word for it demand its proof. */
export class ProvenPolicies1796000000003 implements MigrationInterface {
  name = 'ProvenPolicies1796000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$
      declare policed record;
      begin
        for policed in select polrelid::regclass as name from pg_policy where polname = 'one_tenant' loop
          execute format('alter policy one_tenant on %s
            using (tenant = (select proven_tenant())) with check (tenant = (select proven_tenant()))', policed.name);
        end loop;
      end $$`);
  }

  /** No down migration: the policies before it can be deceived. */
  async down(): Promise<void> {
    throw new Error('The policies demand a proof; restore a backup instead');
  }
}

/** The database's own migrations, which every installation runs first. */
export const databaseMigrations = [
  ProvenTenant1700000000000,
  ProvenPolicies1796000000003,
  TryWriting1796000000020,
] as const;
