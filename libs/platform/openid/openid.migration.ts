import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `openid_used`: digests of what was accepted once, until it would have expired. `openid_identity_key`: the key that
 * names identities, made here once and for all; 244 of its bits are random.
 */
export class OpenId1796300000400 implements MigrationInterface {
  name = 'OpenId1796300000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table openid_used (
        digest bytea primary key,
        until timestamptz not null
      );
      create index openid_used_until on openid_used (until);
      create table openid_identity_key (
        singleton boolean primary key default true check (singleton),
        key bytea not null
      );
      insert into openid_identity_key (key)
        values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
      revoke all on openid_used, openid_identity_key from public;
      grant select, insert, delete on openid_used to samspill_app;
      grant select on openid_identity_key to samspill_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table openid_identity_key; drop table openid_used');
  }
}

/** A backup holds the key: without it nobody could sign in to a restored installation. */
export class OperatorReadsIdentityKey1796300007002 implements MigrationInterface {
  name = 'OperatorReadsIdentityKey1796300007002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select on openid_identity_key to samspill_operator');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke all on openid_identity_key from samspill_operator');
  }
}
