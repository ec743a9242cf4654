import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable, type MigrationClass } from '#platform/database';
import { MailPossiblySent1796300007001 } from './possibly-sent.migration.js';
import { LeanDispatches1796300002001 } from './lean-dispatches.migration.js';
import { MailHours1796300008001 } from './mail-hours.migration.js';

/**
 * `mail_dispatch`: every mail that is or was due, with the bytes of those that were composed. `mail_report`: reports
 * that a mail could not be delivered, each once. Addresses are kept with the bytes only, and go with them; to recognise
 * a changed address, a digest stays.
 */
class MailDispatches1796200000001 implements MigrationInterface {
  name = 'MailDispatches1796200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_dispatch (
        tenant text not null,
        dispatch_id uuid not null,
        person_id uuid not null,
        kind text not null,
        period text not null,
        about jsonb not null,
        due_at timestamptz not null,
        state text not null check (state in ('due', 'composed', 'handing-over', 'accepted', 'refused', 'unsure',
          'bounced', 'nothing', 'no-address')),
        state_at timestamptz not null,
        compose_failures int not null default 0,
        attempts int not null default 0,
        unsure int not null default 0,
        retry_at timestamptz,
        composed_at timestamptz,
        accepted_at timestamptz,
        answer_code int,
        answer text,
        subject text,
        envelope_from text,
        envelope_to text,
        to_digest text,
        bytes bytea,
        claim uuid,
        leased_until timestamptz,
        primary key (tenant, dispatch_id),
        unique (tenant, person_id, kind, period),
        check ((bytes is null) = (envelope_to is null))
      );
      create index mail_dispatch_waiting on mail_dispatch (tenant, due_at, dispatch_id) where ${WAITING};
      create index mail_dispatch_listed on mail_dispatch (tenant, due_at, dispatch_id);
      create index mail_dispatch_by_person on mail_dispatch (tenant, person_id, due_at);
      create index mail_dispatch_kept on mail_dispatch (tenant, composed_at) where bytes is not null;
      create table mail_report (
        tenant text not null,
        message_digest text not null,
        dispatch_id uuid not null,
        person_id uuid not null,
        reported_at timestamptz not null,
        permanent boolean not null,
        final boolean not null,
        status text not null,
        to_digest text,
        primary key (tenant, message_digest)
      );
      create index mail_report_by_person on mail_report (tenant, person_id, reported_at);
      ${tenantTable('mail_dispatch', 'application')}
      ${tenantTable('mail_report', 'application')}
      create function mail_dispatch_counts("at" timestamptz)
        returns table (state text, dispatches integer, waiting integer, oldest timestamptz)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select state, count(*)::int,
            (count(*) filter (where due_at <= "at" and (${WAITING})))::int,
            min(due_at) filter (where due_at <= "at" and (${WAITING}))
          from public.mail_dispatch group by state
        $$;
      revoke all on function mail_dispatch_counts from public;
      grant execute on function mail_dispatch_counts to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function mail_dispatch_counts; drop table mail_report; drop table mail_dispatch');
  }
}

/** Those that something remains to be done for; a mail that was unsure twice is not handed over again. */
const WAITING = `state in ('due', 'composed', 'handing-over') or (state = 'unsure' and unsure = 1)`;

/** The tables of mail, in order. */
export const mailMigrations: readonly MigrationClass[] = [
  MailDispatches1796200000001,
  LeanDispatches1796300002001,
  MailPossiblySent1796300007001,
  MailHours1796300008001,
];
