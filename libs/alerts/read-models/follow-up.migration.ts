import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class FollowUp1795305600560 implements MigrationInterface {
  name = 'FollowUp1795305600560';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table alerts_planned_meeting (
  meeting_id uuid primary key,
  municipality text not null,
  unit_ids jsonb not null,
  planned_on date not null
);
create index alerts_planned_meeting_on on alerts_planned_meeting (municipality, planned_on);
create table alerts_unit_history (
  id text primary key,
  municipality text not null,
  unit_id text not null,
  kind text not null,
  position int8 not null,
  said_on date not null,
  said_at timestamptz not null,
  by_id uuid,
  meeting_id uuid,
  month text,
  alert_kind text,
  with_id uuid,
  note text
);
create index alerts_unit_history_on on alerts_unit_history (municipality, said_on);
-- What was done about units is little beside what they did.
create index alerts_unit_history_done on alerts_unit_history (municipality, unit_id, position)
  where kind in ('reminded', 'called', 'exempted', 'exemption-withdrawn');
${['alerts_planned_meeting', 'alerts_unit_history'].map((table) => municipalityTable(table)).join('\n')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alerts_planned_meeting, alerts_unit_history');
  }
}
