import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = 'log_follower, policy_refusal, followed_log, follower_halt, follower_lease';

/** Operators see where followers are (ADR 0311). */
export class OperatorReadsFollowers1795880190003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select on ${TABLES} to samspill_operator`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke all on ${TABLES} from samspill_operator`);
  }
}
