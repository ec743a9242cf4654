import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi, healthOfInstallation, listen, measuresOfInstallation } from '../apps/api/src/index.js';
import { openInstallation, type Installation } from '../apps/composition/src/index.js';
import { followersOf } from '../apps/worker/src/index.js';
import { readEnvironment } from '#platform/environment';
import { SessionCookies, sessionKey } from '#platform/identity';
import { SettableClock } from '#platform/kernel';
import { openLog } from '#platform/observability';
import { freshDatabase } from './postgres.js';

/** The whole application as it is run, on a database of its own, with a clock that the specification sets. */
export interface RunningApi {
  readonly app: NestExpressApplication;
  readonly installation: Installation;
  readonly clock: SettableClock;
  readonly url: string;
  readonly logged: readonly string[];
  /** A `Cookie` header of one who has signed in. */
  cookie(municipality: string, personId: string): Promise<string>;
  /** Waits until everything in the log can be read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts API, read models and policies. `story` is told to the log first. */
export async function startApi(
  now: string,
  story: (installation: Installation) => Promise<void> = () => Promise.resolve(),
): Promise<RunningApi> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'samspill-api-'));
  const clock = new SettableClock(new Date(now));
  const environment = readEnvironment({ DATABASE_URL: database.url, SAMSPILL_DATA: folder, PORT: '0' }, folder);
  const installation = await openInstallation(environment, { clock });
  await story(installation);
  const { freshness } = installation;
  const logged: string[] = [];
  const log = openLog('debug', { write: (line) => void logged.push(line) });
  const app = await createApi(installation, {
    environment,
    log,
    freshness,
    health: healthOfInstallation(installation),
    measures: measuresOfInstallation(installation),
  });
  const url = await listen(app, '127.0.0.1', 0);
  const followers = followersOf(installation, app, log);
  followers.start();
  const sessions = new SessionCookies(
    { key: sessionKey(undefined, folder), secure: false, via: 'persona-picker' },
    clock,
  );
  return {
    app,
    installation,
    clock,
    url,
    logged,
    cookie: async (municipality, personId) => (await sessions.seal({ municipality, personId })).split(';')[0]!,
    settled: async () => {
      if (!(await freshness.reached(await installation.events.head(), 20_000)))
        throw new Error('The read models do not reach the end of the log');
    },
    close: async () => {
      await app.close();
      await followers.stop();
      await installation.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
