import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `rate_limit`: how many requests came from an address in the current minute, in the form that `rate-limiter-flexible`
 * expects (ADR 0340): `expire` in ms since 1970, as a number that the driver does not turn into a BigInt. Keys are signed,
 * so they tell of no address. Unlogged: a crash may empty it, and it costs no WAL.
 */
export class CreateRateLimits1796300000341 implements MigrationInterface {
  name = 'CreateRateLimits1796300000341';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire double precision
      );
      revoke all on rate_limit from public;
      grant select, insert, update, delete on rate_limit to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rate_limit');
  }
}
