import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { readEnvironment } from '#platform/environment';
import { takeLease } from '#platform/followers';
import { migratedDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { migrations, openInstallation, type Installation } from '../../composition/src/index.js';
import { healthOfInstallation } from './watch.js';

let database: FreshDatabase;
let installation: Installation;
beforeAll(async () => {
  database = await migratedDatabase(migrations);
  installation = await openInstallation(readEnvironment(database.environment));
}, 60_000);
afterAll(async () => {
  await installation.close();
  await database.drop();
});

/** As the worker that swept last recorded it. */
async function sweptAt(when: string): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`update job_status set swept_at = ${when}`);
  await owner.end();
}

const readModels = (stillMs?: number) => {
  const part = healthOfInstallation(installation, stillMs).find(({ name }) => name === 'read models')!;
  return () => part.notReady();
};

test('health reports that no worker follows the log, except just after the start', async () => {
  expect(await readModels()()).toBeUndefined();
  const strict = readModels(0);
  expect(await strict()).toBe('no worker leads policies; no worker leads projections');
  const held = [await takeLease(database.url, 'projections'), await takeLease(database.url, 'policies')];
  expect(await strict()).toBeUndefined();
  for (const lease of held) await lease!.release();
  expect(await strict()).toBe('no worker leads policies; no worker leads projections');
});

test('health names a follower that makes no progress while events wait', async () => {
  const strict = readModels(0);
  const id = '018f0c5e-0000-7000-8000-000000000001';
  const metadata = { commandId: id, request: id, correlationId: id, actor: 'system:test' };
  await installation.events.append('9901', 'moon-1', 'no-stream', [
    {
      id,
      type: 'moon.Landed',
      schemaVersion: 1,
      data: {},
      metadata: { ...metadata, occurredAt: '2026-11-28T08:00:00Z' },
    },
  ]);
  await strict();
  expect(await strict()).toContain('read-model unit-register does not move');
});

test('health reports that no worker has swept for two periods, except just after the start', async () => {
  const notReady = (sweepEveryMs?: number) =>
    healthOfInstallation(installation, undefined, sweepEveryMs)
      .find(({ name }) => name === 'sweep')!
      .notReady();
  expect(await notReady()).toBeUndefined();
  const strict = () => notReady(0);
  expect(await strict()).toBe('has not run for two periods');
  await sweptAt(`clock_timestamp() + interval '1 hour'`);
  expect(await strict()).toBeUndefined();
  await sweptAt(`clock_timestamp() - interval '1 hour'`);
  expect(await strict()).toBe('has not run for two periods');
});
