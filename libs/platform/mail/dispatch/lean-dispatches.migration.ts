import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A mail's row changes state four times within seconds. A column that an index or its condition names makes PostgreSQL
 * enter each version of the row into every index, so the indexes now name columns that change at the end only, and pages
 * have room for the versions in between (ADR 0343). Bytes are stored as they are: compressing those of a mail took more
 * of the processor than everything else that is done with its row.
 */
export class LeanDispatches1796300002001 implements MigrationInterface {
  name = 'LeanDispatches1796300002001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index mail_dispatch_waiting;
      drop index mail_dispatch_kept;
      alter table mail_dispatch set (fillfactor = 40);
      alter table mail_dispatch
        add column is_waiting boolean not null generated always as (${WAITING}) stored,
        add column is_kept boolean not null generated always as (bytes is not null and not (${WAITING})) stored,
        alter column bytes set storage external;
      create index mail_dispatch_waiting on mail_dispatch (tenant, due_at, dispatch_id) where is_waiting;
      create index mail_dispatch_kept on mail_dispatch (tenant, due_at) where is_kept`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail_dispatch drop column is_waiting, drop column is_kept, reset (fillfactor),
        alter column bytes set storage extended;
      create index mail_dispatch_waiting on mail_dispatch (tenant, due_at, dispatch_id) where ${WAITING};
      create index mail_dispatch_kept on mail_dispatch (tenant, composed_at) where bytes is not null`);
  }
}

/** Those that something remains to be done for; a mail that was unsure twice is not handed over again. */
const WAITING = `(state in ('due', 'composed', 'handing-over') or (state = 'unsure' and unsure = 1))`;
