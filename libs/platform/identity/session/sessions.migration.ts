import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicies } from '#platform/database';

/**
 * `session`: who is signed in (ADR 0336). Only processes that act as the application use it; the operators' login reads
 * nothing of it, and nobody reads digests.
 *
 * Three functions with the owner's rights reach further than one tenant's transaction:
 * - `session_opened` finds a session by its digest, which only its browser can compute, before the tenant is proven: one
 *   statement at every request instead of four
 * - `end_sessions_of_provider`: a provider that ends its session does not know our tenants
 * - `end_sessions_before` also removes those of municipalities that have become part of another
 */
export class CreateSessions1796300000301 implements MigrationInterface {
  name = 'CreateSessions1796300000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        tenant text not null,
        digest bytea not null check (octet_length(digest) = 32),
        session_id uuid not null,
        person_id uuid not null,
        via text not null check (via in ('persona-picker', 'openid-connect', 'operator')),
        issuer text,
        subject text,
        provider_sid text,
        browser text,
        system text,
        began_at timestamptz not null,
        used_at timestamptz not null,
        primary key (tenant, digest),
        unique (tenant, session_id)
      );
      create index session_by_person on session (tenant, person_id);
      alter table session enable row level security;
      alter table session force row level security;
      ${tenantPolicies('session')}
      revoke all on session from public;
      grant insert, delete on session to samspill_app;
      grant select (tenant, session_id, person_id, via, browser, system, began_at, used_at) on session to samspill_app;
      grant update (used_at) on session to samspill_app;

      create function session_has_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        perform pg_notify('samspill_signals', json_build_object('topic', 'session-ended',
          'message', json_build_object('tenant', old.tenant, 'personId', old.person_id))::text);
        return null;
      end $$;
      revoke all on function session_has_ended from public;
      create trigger session_has_ended after delete on session for each row execute function session_has_ended();

      create function session_opened(own_tenant text, own_digest bytea)
        returns table (tenant text, session_id uuid, person_id uuid, via text, began_at timestamptz, used_at timestamptz)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select it.tenant, it.session_id, it.person_id, it.via, it.began_at, it.used_at from public.session as it
          where it.tenant = own_tenant and it.digest = own_digest
        $$;
      create function end_sessions_of_provider(of_issuer text, of_sid text, of_subject text, but uuid) returns integer
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          with ended as (
            delete from public.session where issuer = of_issuer and (provider_sid = of_sid or subject = of_subject)
              and session_id is distinct from but returning 1)
          select count(*)::int from ended
        $$;
      create function end_sessions_before(used_before timestamptz, begun_before timestamptz) returns integer
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          with ended as (
            delete from public.session where used_at < used_before or began_at < begun_before returning 1)
          select count(*)::int from ended
        $$;
      revoke all on function session_opened, end_sessions_of_provider, end_sessions_before from public;
      grant execute on function session_opened, end_sessions_of_provider, end_sessions_before to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function session_opened, end_sessions_of_provider, end_sessions_before;
      drop table session; drop function session_has_ended`);
  }
}

/**
 * When the person of a session last proved who they are (ADR 0361); null in sessions that began before. Another function
 * with the owner's rights, `confirm_session`, writes it: nobody else compares identities or changes a digest.
 */
export class ConfirmSessions1796300010000 implements MigrationInterface {
  name = 'ConfirmSessions1796300010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column authenticated_at timestamptz;
      drop function session_opened;
      create function session_opened(own_tenant text, own_digest bytea)
        returns table (tenant text, session_id uuid, person_id uuid, via text, began_at timestamptz,
          used_at timestamptz, authenticated_at timestamptz)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select it.tenant, it.session_id, it.person_id, it.via, it.began_at, it.used_at, it.authenticated_at
          from public.session as it where it.tenant = own_tenant and it.digest = own_digest
        $$;
      create function confirm_session(own_tenant text, own_digest bytea, new_digest bytea, of_issuer text,
          of_subject text, new_sid text, at timestamptz) returns boolean
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          with confirmed as (
            update public.session set digest = new_digest, authenticated_at = at,
              provider_sid = coalesce(new_sid, provider_sid)
            where tenant = own_tenant and digest = own_digest and issuer is not distinct from of_issuer
              and subject is not distinct from of_subject returning 1)
          select exists (select from confirmed)
        $$;
      revoke all on function session_opened, confirm_session from public;
      grant execute on function session_opened, confirm_session to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function confirm_session, session_opened;
      create function session_opened(own_tenant text, own_digest bytea)
        returns table (tenant text, session_id uuid, person_id uuid, via text, began_at timestamptz, used_at timestamptz)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select it.tenant, it.session_id, it.person_id, it.via, it.began_at, it.used_at from public.session as it
          where it.tenant = own_tenant and it.digest = own_digest
        $$;
      revoke all on function session_opened from public;
      grant execute on function session_opened to samspill_app;
      alter table session drop column authenticated_at`);
  }
}
