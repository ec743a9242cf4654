import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class Digests1796200000030 implements MigrationInterface {
  name = 'Digests1796200000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table digests_preferences (
  tenant text not null,
  person_id uuid not null,
  chosen jsonb not null,
  primary key (tenant, person_id)
);
create table digests_digest (
  tenant text not null,
  digest_id text not null,
  person_id uuid not null,
  week text not null,
  made_on date not null,
  needs_count int not null,
  is_late boolean not null,
  resent_on jsonb not null,
  last_resent_on date,
  primary key (tenant, digest_id)
);
create index digests_digest_person on digests_digest (tenant, person_id, week);
create index digests_digest_week on digests_digest (tenant, week, person_id);
create index digests_digest_resent on digests_digest (tenant, last_resent_on) where last_resent_on is not null;
create table digests_at_once (
  tenant text not null,
  event_id uuid not null,
  kind text not null,
  at timestamptz not null,
  to_ids jsonb not null,
  by_id text not null,
  subject_id text not null,
  about jsonb,
  primary key (tenant, event_id)
);
create index digests_at_once_at on digests_at_once (tenant, at);
-- News of the meeting plan that a mail has told a person. Not folded from the log: it is written when a mail is composed.
create table digests_told_news (
  tenant text not null,
  person_id uuid not null,
  news_id text not null,
  up_to uuid not null,
  dispatch_id uuid not null,
  told_at timestamptz not null,
  primary key (tenant, person_id, news_id, up_to)
);
create index digests_told_news_at on digests_told_news (tenant, told_at);
${['digests_preferences', 'digests_digest', 'digests_at_once'].map((table) => tenantTable(table)).join('\n')}
${tenantTable('digests_told_news', 'application')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table digests_told_news, digests_at_once, digests_digest, digests_preferences');
  }
}
