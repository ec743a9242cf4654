import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `open_until`: the end of the hours in which a mail may be handed over; null for a mail of any hour (ADR 0355). */
export class MailHours1796300008001 implements MigrationInterface {
  name = 'MailHours1796300008001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail_dispatch add column open_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail_dispatch drop column open_until');
  }
}
