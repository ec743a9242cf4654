import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { openLog } from '#platform/observability';
import { readEnvironment } from '#platform/environment';
import { createApi, healthOfInstallation, measuresOfInstallation } from '../apps/api/src/index.js';
import { openInstallation } from '../apps/composition/src/index.js';
import { freshDatabase } from './postgres.js';

test('SAMSPILL_CLOCK sets the day of the whole application, which changes at midnight in Norway', async () => {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'samspill-clock-'));
  const environment = readEnvironment(
    { ...database.environment, SAMSPILL_DATA: folder, SAMSPILL_CLOCK: '2028-02-28T23:30:00Z' },
    folder,
  );
  const installation = await openInstallation(environment);
  try {
    const app = await createApi(installation, {
      environment,
      log: openLog('silent', { write: () => undefined }),
      freshness: installation.freshness,
      health: healthOfInstallation(installation),
      measures: measuresOfInstallation(installation),
    });
    await app.init();
    expect(dayOf(app.get<Clock>(CLOCK, { strict: false }).now())).toBe('2028-02-29');
    await app.close();
  } finally {
    await installation.close();
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
