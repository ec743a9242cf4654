import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPostgresBackend } from 'bullmq';
import pg from 'pg';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { heardOnLoss } from './backend.js';
import { jobMigrations } from './jobs.migration.js';
import { QUEUE_SCHEMA } from './queue-schema.js';

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await migratedDatabase(jobMigrations);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('a server that stops while BullMQ closes its connections does not end the process', async () => {
  const connection = { connectionString: database.ownerUrl, schema: QUEUE_SCHEMA };
  const backend = heardOnLoss(createPostgresBackend)('send', { connection }, { withBlockingConnection: true });
  const listening = (await backend.connection.getListenClient()) as unknown as pg.Client;
  const { rows } = await listening.query<{ pid: number }>('select pg_backend_pid() as pid');
  // As BullMQ does when it closes.
  listening.removeAllListeners();
  const ended = new Promise<void>((resolve) => listening.once('end', () => resolve()));
  await owner.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(listening.query('select')).rejects.toThrow();
  await backend.close();
});

test('a connection that a worker opens while BullMQ closes is closed as well', async () => {
  const connection = { connectionString: database.ownerUrl, schema: QUEUE_SCHEMA };
  const backend = heardOnLoss(createPostgresBackend)('send', { connection }, { withBlockingConnection: true });
  await backend.waitUntilReady();
  // As a worker does that was told to run just before.
  const closing = backend.close();
  const opening = backend.connection.getListenClient().catch(() => undefined);
  await Promise.all([closing, opening]);
  const others = 'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  // The server takes note of the end of a connection a little later; one that is left stays for good.
  while ((await owner.query(others)).rowCount !== 0) await pause(20);
});
