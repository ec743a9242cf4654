import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Runs `work` on a new empty database on the server at `databaseUrl`, and always drops the database afterwards. */
export async function inBenchDatabase<T>(databaseUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `samspill_bench_${randomUUID().replaceAll('-', '')}`;
  await administer(databaseUrl, `CREATE DATABASE ${name}`);
  try {
    const url = new URL(databaseUrl);
    url.pathname = name;
    return await work(url.href);
  } finally {
    await administer(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

async function administer(databaseUrl: string, statement: string): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
