import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '#platform/database';
import { makeQueueSchema, QUEUE_SCHEMA } from './queue-schema.js';

/**
 * `job_round`: the rounds done, by municipality. `job_status`: one row without a municipality, since a sweep is for all
 * of them; when the last one ended, by the database's clock, and what stood in the queues then. Its id tells the queues
 * of installations that share a Redis apart.
 */
export class CreateJobTables1796200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job_round (
        tenant text not null,
        name text not null,
        period text collate "C" not null,
        done_at timestamptz not null,
        primary key (tenant, name, period)
      );
      ${tenantTable('job_round')}
      create table job_status (
        only_row boolean primary key default true check (only_row),
        installation uuid not null default gen_random_uuid(),
        swept_at timestamptz,
        faults integer not null default 0,
        queues jsonb
      );
      insert into job_status default values;
      revoke all on job_status from public;
      grant select on job_status to samspill_app, samspill_operator, samspill_runner;
      grant update (swept_at, faults, queues) on job_status to samspill_runner;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_status; drop table job_round');
  }
}

/** BullMQ's tables, version 11. */
export class CreateQueues1796200000002 implements MigrationInterface {
  /** BullMQ begins and commits a transaction of its own. */
  readonly transaction = false;

  up(runner: QueryRunner): Promise<void> {
    return makeQueueSchema(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema ${QUEUE_SCHEMA} cascade`);
  }
}

export const jobMigrations = [CreateJobTables1796200000001, CreateQueues1796200000002];
