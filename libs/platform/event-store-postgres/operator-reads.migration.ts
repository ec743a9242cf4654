import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operators read the log and append nothing (ADR 0311). */
export class OperatorReadsLog1795880190002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select on event, event_head to samspill_operator');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke all on event, event_head from samspill_operator');
  }
}
