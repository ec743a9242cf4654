import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Client, Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { PooledClient } from './pooled-client.js';

let database: FreshDatabase;
let server: Client;

beforeAll(async () => {
  database = await freshDatabase();
  server = new Client(database.ownerUrl);
  await server.connect();
});
afterAll(async () => {
  await server.end();
  await database.drop();
});

test('a lent connection that the server ends between two statements rejects the next, and the pool lends another', async () => {
  const pool = new Pool({ connectionString: database.ownerUrl, max: 1, Client: PooledClient });
  const lent = await pool.connect();
  const { rows } = await lent.query<{ pid: number }>('select pg_backend_pid() as pid');
  // `once` of node:events would add a listener of its own for `error`.
  const ended = new Promise<void>((resolve) => lent.once('end', () => resolve()));
  await server.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(lent.query('select')).rejects.toThrow();
  lent.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test('a listener hears of the loss as from any connection', async () => {
  const client = new PooledClient(database.ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const lost = once(client, 'error');
  await server.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  expect(await lost).toMatchObject([{ code: '57P01' }]);
});
