import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const CONNECTED = `select from pg_stat_activity where datname = $1 and backend_type = 'client backend'`;
const LONGEST_WAIT_MS = 5_000;
const LOOKED_AT_EVERY_MS = 50;

/**
 * Runs `work` on a new empty database on the server at `databaseUrl`, and always drops the database afterwards. Waits for
 * connections that are still closing: a compared system may not handle the end of its connection by the server.
 */
export async function inBenchDatabase<T>(databaseUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `samspill_bench_${randomUUID().replaceAll('-', '')}`;
  await administer(databaseUrl, `CREATE DATABASE ${name}`);
  try {
    const url = new URL(databaseUrl);
    url.pathname = name;
    return await work(url.href);
  } finally {
    await administer(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, (client) => unused(client, name));
  }
}

async function administer(
  databaseUrl: string,
  statement: string,
  before: (client: Client) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    await before(client);
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Waits until nobody is connected to the database, or for `LONGEST_WAIT_MS`. */
async function unused(client: Client, database: string): Promise<void> {
  for (const until = performance.now() + LONGEST_WAIT_MS; performance.now() < until;) {
    const { rowCount } = await client.query(CONNECTED, [database]);
    if (rowCount === 0) return;
    await pause(LOOKED_AT_EVERY_MS);
  }
}
