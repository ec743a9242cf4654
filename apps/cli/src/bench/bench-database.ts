import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import {
  dedicatedConnection,
  LOGIN_KINDS,
  loginNameIn,
  migrate,
  newLogin,
  type LoginKind,
  type MigrationClass,
} from '#platform/database';

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
    for (const login of made.get(name) ?? [])
      await administer(databaseUrl, `DROP ROLE IF EXISTS ${escapeIdentifier(loginNameIn(login.url))}`);
    made.delete(name);
  }
}

/** Logins made for a bench's database, by its name; they belong to the server, and are dropped with the database. */
const made = new Map<string, ReturnType<typeof newLogin>[]>();

/** Migrates a bench's database, and returns connection strings of logins on it such as an installation has. */
export async function migrateForBench(
  url: string,
  migrations: readonly MigrationClass[],
): Promise<Readonly<Record<LoginKind, string>>> {
  const name = new URL(url).pathname.slice(1);
  const logins = made.get(name) ?? LOGIN_KINDS.map((kind) => newLogin(kind, url, randomUUID()));
  made.set(name, logins);
  await migrate(url, migrations, logins);
  return Object.fromEntries(logins.map((login) => [login.kind, login.url])) as Record<LoginKind, string>;
}

/**
 * Vacuums a bench's database and makes a checkpoint, so that the server does not do it while something is measured. An
 * installation's tables were filled long before.
 * @param url the database, as its owner
 */
export async function settleDatabase(url: string, progress: (text: string) => void): Promise<void> {
  const owner = await dedicatedConnection(url, 'none');
  try {
    await owner.query('vacuum analyze');
    await owner.query('checkpoint').catch((refused: Error) => progress(`No checkpoint: ${refused.message}`));
  } finally {
    await owner.end();
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
