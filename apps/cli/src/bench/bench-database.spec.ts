import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Client } from 'pg';
import { freshDatabase } from '../../../../test/postgres.js';
import { inBenchDatabase } from './bench-database.js';
import { benchPool } from './bench-pool.js';

describe('a bench ends cleanly', () => {
  test('when the server ends the idle connections of a compared system', async () => {
    const database = await freshDatabase();
    const pool = benchPool({ connectionString: database.ownerUrl, max: 1 });
    await pool.query('select 1');
    const ended = once(pool, 'error');
    const server = new Client(database.ownerUrl);
    await server.connect();
    await server.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    expect(await ended).toMatchObject([{ code: '57P01' }, expect.anything()]);
    expect((await pool.query('select 1')).rowCount).toBe(1);
    await Promise.all([pool.end(), server.end()]);
    await database.drop();
  });

  test('when its last connection is closed after the work is done', async () => {
    const database = await freshDatabase();
    const faults: unknown[] = [];
    let left: Promise<void> | undefined;
    await inBenchDatabase(database.ownerUrl, async (ofBench) => {
      const client = new Client(ofBench);
      client.on('error', (fault) => faults.push(fault));
      await client.connect();
      const working = client.query('select pg_sleep(0.3)');
      left = working.then(() => client.end());
    });
    await left;
    expect(faults).toEqual([]);
    await database.drop();
  });
});
