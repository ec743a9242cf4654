import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

const TABLES = ['news_meeting', 'news_plan', 'news_role', 'news_unit_table', 'news_service_lead', 'news_seen'];

export class News1795305600700 implements MigrationInterface {
  name = 'News1795305600700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table news_meeting (
  meeting_id uuid primary key,
  municipality text not null,
  kind text not null,
  unit_ids jsonb not null,
  urgent boolean not null,
  moments jsonb not null,
  tells boolean not null,
  last_day date not null
);
-- Of most meetings nothing is ever told.
create index news_meeting_told on news_meeting (municipality, last_day) where tells;
create table news_plan (
  plan text primary key,
  municipality text not null,
  school_year int not null,
  moments jsonb not null,
  news_until date not null
);
create index news_plan_until on news_plan (municipality, news_until);
create table news_role (
  held text primary key,
  municipality text not null,
  person_id uuid not null,
  role text not null,
  unit_id text,
  service_unit_id uuid,
  "from" date not null,
  "to" date,
  since text not null
);
create index news_role_person on news_role (municipality, person_id);
create table news_unit_table (
  unit_id text primary key,
  municipality text not null,
  standing jsonb not null,
  served jsonb not null
);
create table news_service_lead (
  service_id uuid primary key,
  municipality text not null,
  led jsonb not null
);
create table news_seen (
  seen text primary key,
  municipality text not null,
  up_to jsonb not null
);
${TABLES.map((table) => municipalityTable(table)).join('\n')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${TABLES.join(', ')}`);
  }
}
