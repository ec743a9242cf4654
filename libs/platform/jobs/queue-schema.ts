import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';

/** PostgreSQL's schema of the queues. BullMQ's own tables and functions, and nothing of Samspill's. */
export const QUEUE_SCHEMA = 'jobs';

/**
 * Version of BullMQ's tables that the last migration makes. When BullMQ is upgraded to one with newer tables, a migration
 * that calls `makeQueueSchema` again raises it; `queue-schema.spec.ts` fails until then.
 */
export const QUEUE_SCHEMA_VERSION = 11;

/** Makes or migrates BullMQ's tables as the owner of the database, and lets the workers use them. Idempotent. */
export async function makeQueueSchema(runner: QueryRunner): Promise<void> {
  // Loaded here, since most commands need nothing of BullMQ.
  const { runMigrations } = await import('bullmq');
  await runMigrations((await runner.connect()) as PoolClient, QUEUE_SCHEMA);
  await runner.query(GRANTS);
}

/**
 * The queues belong to no municipality: jobs hold ids of municipalities and nothing else. So there is no row-level
 * security, and the API's login has no right at all. Functions have the rights of their caller.
 */
const GRANTS = `
  revoke all on schema ${QUEUE_SCHEMA} from public;
  grant usage on schema ${QUEUE_SCHEMA} to samspill_runner;
  grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to samspill_runner;
  revoke insert, update, delete on ${QUEUE_SCHEMA}.migration from samspill_runner;
  grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to samspill_runner;
  revoke execute on all functions in schema ${QUEUE_SCHEMA} from public;
  grant execute on all functions in schema ${QUEUE_SCHEMA} to samspill_runner`;
