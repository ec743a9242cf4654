import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** An empty database in the PostgreSQL of the test run. */
export interface FreshDatabase {
  /** Connection string of its owner, a superuser. */
  readonly url: string;
  /** Drops it, even while others are connected. */
  drop(): Promise<void>;
}

/** Creates an empty database; call `drop()` at the end of the spec. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server());
  url.pathname = name;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function server(): string {
  const url = process.env.SAMSPILL_TEST_POSTGRES;
  if (!url) throw new Error('No PostgreSQL for tests: run them with Jest, whose global set-up starts one');
  return url;
}
