import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';

export class AlertSteps1796200000001 implements MigrationInterface {
  name = 'AlertSteps1796200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table alerts_alert_steps (
  tenant text not null,
  alert_key uuid not null,
  alert_id text not null,
  kind text not null,
  subject_id text not null,
  unit_ids jsonb not null,
  service_ids jsonb not null,
  person_ids jsonb not null,
  month text,
  steps jsonb not null,
  told_on date,
  is_waiting boolean not null,
  snoozed_until date,
  history jsonb not null,
  primary key (tenant, alert_key)
);
create index alerts_alert_steps_told on alerts_alert_steps (tenant, told_on);
create index alerts_alert_steps_waiting on alerts_alert_steps (tenant) where is_waiting;
${tenantTable('alerts_alert_steps')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alerts_alert_steps');
  }
}
