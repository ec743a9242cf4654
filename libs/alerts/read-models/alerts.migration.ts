import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class Alerts1795305600550 implements MigrationInterface {
  name = 'Alerts1795305600550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table alerts_action (
  action_id uuid primary key,
  municipality text not null,
  text text not null,
  unit_ids jsonb not null,
  owner_id uuid not null,
  owner_service_id uuid,
  contributor_ids jsonb not null,
  contributing_service_ids jsonb not null,
  due_on date not null,
  follow_up_on date not null,
  followed_up_on date,
  offered_to uuid,
  offered_on date
);
create index alerts_action_of_municipality on alerts_action (municipality);
create table alerts_meeting (
  meeting_id uuid primary key,
  municipality text not null,
  unit_ids jsonb not null,
  held_on date not null,
  filed_on date
);
create index alerts_meeting_held on alerts_meeting (municipality, held_on);
create index alerts_meeting_unfiled on alerts_meeting (municipality) where filed_on is null;
create table alerts_month (
  id text primary key,
  municipality text not null,
  unit_id text not null,
  month text not null
);
create index alerts_month_of_municipality on alerts_month (municipality, month);
${['alerts_action', 'alerts_meeting', 'alerts_month'].map((table) => municipalityTable(table)).join('\n')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alerts_action, alerts_meeting, alerts_month');
  }
}
