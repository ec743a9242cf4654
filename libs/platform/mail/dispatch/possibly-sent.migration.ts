import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `mail_possibly_sent`: after a restore, the moment up to which the installation that was lost may have sent mails of
 * which the backup knows nothing. At most one row, without a tenant.
 */
export class MailPossiblySent1796300007001 implements MigrationInterface {
  name = 'MailPossiblySent1796300007001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_possibly_sent (
        until timestamptz not null,
        one boolean primary key default true check (one)
      );
      revoke all on mail_possibly_sent from public;
      grant select on mail_possibly_sent to samspill_app, samspill_runner`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_possibly_sent');
  }
}
