import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ProtocolVersions1795305600403 implements MigrationInterface {
  name = 'ProtocolVersions1795305600403';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_protocol_version (
  protocol_version text primary key,
  meeting_id uuid not null,
  version int not null,
  municipality text not null,
  reason text,
  filed_on date not null,
  filed_by uuid not null,
  protocol jsonb not null
);
create index meetings_protocol_version_of_meeting on meetings_protocol_version (meeting_id, version);
${municipalityTable('meetings_protocol_version')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_protocol_version');
  }
}
