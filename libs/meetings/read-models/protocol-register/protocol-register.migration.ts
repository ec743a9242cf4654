import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ProtocolRegister1795305600402 implements MigrationInterface {
  name = 'ProtocolRegister1795305600402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_protocol (
  meeting_id uuid primary key,
  municipality text not null,
  unit_ids jsonb not null,
  held_on date not null,
  filed_on date not null,
  filed_by uuid not null,
  version int not null,
  corrected_on date,
  headings jsonb not null,
  matters int not null,
  actions int not null,
  earlier_actions int not null
);
create index meetings_protocol_by_day on meetings_protocol (municipality, held_on);
${municipalityTable('meetings_protocol')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_protocol');
  }
}
