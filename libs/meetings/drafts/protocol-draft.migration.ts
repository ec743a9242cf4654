import type { MigrationInterface, QueryRunner } from 'typeorm';
import { municipalityTable } from '#platform/database';

export class ProtocolDraft1795305600404 implements MigrationInterface {
  name = 'ProtocolDraft1795305600404';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table meetings_protocol_draft (
  meeting_id uuid not null,
  revision int not null,
  municipality text not null,
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (meeting_id, revision)
);
${municipalityTable('meetings_protocol_draft', 'application')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table meetings_protocol_draft');
  }
}
