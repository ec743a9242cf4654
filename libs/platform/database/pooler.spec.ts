import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { checkLogin } from './index.js';
import { openTransactionPooler, type TransactionPooler } from './pooler.examples.js';

let database: FreshDatabase;
let pooler: TransactionPooler | undefined;
beforeAll(async () => {
  database = await freshDatabase();
});
afterEach(() => pooler?.close());
afterAll(() => database.drop());

const refusal = (url: string) => ({
  name: 'StartRefused',
  message:
    `The address in DATABASE_URL_API (${new URL(url).host}) leads to a pooler that shares sessions or refuses start-up ` +
    'options, such as PgBouncer in transaction mode, and Samspill cannot work through it: give the address of PostgreSQL itself.',
});

test('the pooler of these specifications hands one session from one client to another', async () => {
  pooler = await openTransactionPooler(database.environment.DATABASE_URL_API);
  const clients = [new Client(pooler.url), new Client(pooler.url)];
  const pids = [];
  for (const client of clients) {
    await client.connect();
    pids.push((await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid);
  }
  for (const client of clients) await client.end();
  expect(pids[0]).toBe(pids[1]);
});

test('a pooler that hands out sessions by transaction is refused in one sentence', async () => {
  pooler = await openTransactionPooler(database.environment.DATABASE_URL_API);
  await expect(checkLogin(pooler.url, 'DATABASE_URL_API', 'api')).rejects.toMatchObject(refusal(pooler.url));
});

test('a pooler that takes no start-up options is refused in the same sentence', async () => {
  pooler = await openTransactionPooler(database.environment.DATABASE_URL_API, { refusesOptions: true });
  await expect(checkLogin(pooler.url, 'DATABASE_URL_API', 'api')).rejects.toMatchObject(refusal(pooler.url));
});

test('the server itself is accepted', async () => {
  await checkLogin(database.environment.DATABASE_URL_API, 'DATABASE_URL_API', 'api');
});
