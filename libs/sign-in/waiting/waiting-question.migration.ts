import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An id for each question of somebody who waits, so that a mail tells the coordinator of each once. */
export class WaitingQuestion1796300009001 implements MigrationInterface {
  name = 'WaitingQuestion1796300009001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sign_in_waiting add column question_id uuid not null default gen_random_uuid()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sign_in_waiting drop column question_id');
  }
}
