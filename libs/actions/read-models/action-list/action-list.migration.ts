import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ActionList1795305600500 implements MigrationInterface {
  name = 'ActionList1795305600500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table actions_action (
  action_id uuid primary key,
  municipality text not null,
  meeting_id uuid not null,
  unit_ids jsonb not null,
  status text not null,
  text text not null,
  owner_id uuid not null,
  owner_service_id uuid,
  contributor_ids jsonb not null,
  contributing_service_ids jsonb not null,
  agreed_on date not null,
  first_due_on date not null,
  due_on date not null,
  follow_up_on date not null,
  followed_up_on date,
  follow_up_outcome text,
  times_carried_on int not null,
  ended_on date,
  abandon_reason text,
  effect text,
  effect_judged_on date,
  level text not null,
  category text not null,
  approach text,
  resource_nok int,
  resource_hours double precision,
  wanted_effect text,
  matter_id uuid,
  offered_to uuid,
  offered_on date,
  revision int not null
);
-- The lists are of open actions nearly always, and those are few however long the municipality has been at it.
-- None on the jsonb columns or the text: under row-level security PostgreSQL asks such operators only after the
-- municipality (they are not leakproof), so they could never be used. What a municipality has is few enough.
create index actions_action_open on actions_action (municipality, due_on, action_id) where ended_on is null;
create index actions_action_open_owner on actions_action (owner_id, due_on) where ended_on is null;
create index actions_action_offered on actions_action (offered_to) where offered_to is not null;
create index actions_action_due on actions_action (municipality, due_on, action_id);
create index actions_action_owner on actions_action (owner_id);
create index actions_action_service on actions_action (owner_service_id);
create index actions_action_meeting on actions_action (meeting_id);
${municipalityTable('actions_action')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table actions_action');
  }
}
