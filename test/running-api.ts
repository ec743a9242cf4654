import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi, healthOfInstallation, listen, measuresOfInstallation } from '../apps/api/src/index.js';
import { migrations, openInstallation, type Installation } from '../apps/composition/src/index.js';
import { followersOf } from '../apps/worker/src/index.js';
import { readEnvironment, type Environment } from '#platform/environment';
import { SettableClock } from '#platform/kernel';
import type { LiveOptions } from '#platform/live';
import { openLog } from '#platform/observability';
import { demandDocumentedStatuses } from '../libs/platform/http/documented-statuses.examples.js';
import { separateLogSettings } from './separate-log.js';
import { migratedDatabase } from './postgres.js';

/** The whole application, on a database and a log of its own, with a clock that the specification sets. */
export interface RunningApi {
  readonly app: NestExpressApplication;
  readonly installation: Installation;
  readonly clock: SettableClock;
  readonly url: string;
  readonly logged: readonly string[];
  /** A `Cookie` header of a signed-in person. */
  cookie(tenant: string, personId: string): Promise<string>;
  /** A second process of the API on the same database and with the same session key; close it before the first. */
  startBeside(): Promise<Pick<RunningApi, 'url' | 'app' | 'installation' | 'close'>>;
  /** Stops the read models and policies: what is written from now on is not shown. */
  freeze(): Promise<void>;
  /** Starts them again, from where they stopped. */
  resume(): void;
  /** Waits until everything in the log can be read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Limits that no specification comes near; those of real installations are tested in `rate-limits.spec.ts`. */
const FASTER_THAN_PEOPLE = { RATE_PERSON: '1000000', RATE_WITHOUT_SESSION: '1000000', RATE_SIGN_IN: '1000000' };

/** The data of a running application, which is removed when it has been closed. */
export interface Kept {
  /** Variables such as `DATABASE_URL`. */
  readonly variables: Readonly<Record<string, string>>;
  /** The data folder. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Starts API, read models and policies on an empty database, after appending `story` to the log. */
export async function startApi(
  now: string,
  story: (installation: Installation) => Promise<void> = () => Promise.resolve(),
  live?: Partial<LiveOptions>,
): Promise<RunningApi> {
  const database = await migratedDatabase(migrations);
  const folder = await mkdtemp(join(tmpdir(), 'samspill-api-'));
  const kept: Kept = {
    variables: { ...separateLogSettings(), ...database.environment },
    folder,
    remove: async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return startApiOn(kept, now, story, live);
}

/** The same on a database and a data folder that exist already. */
export async function startApiOn(
  { variables, folder, remove }: Kept,
  now: string,
  story?: (installation: Installation) => Promise<void>,
  live?: Partial<LiveOptions>,
): Promise<RunningApi> {
  const clock = new SettableClock(new Date(now));
  const environment = readEnvironment(
    { ...FASTER_THAN_PEOPLE, ...variables, SAMSPILL_DATA: folder, PORT: '0' },
    folder,
  );
  const { installation, app, log, logged, url } = await serve(environment, clock, story, live);
  const { freshness } = installation;
  let followers = followersOf(installation, app, log);
  followers.start();
  return {
    app,
    installation,
    clock,
    url,
    logged,
    startBeside: async () => {
      const second = await serve(environment, clock, undefined, live);
      return {
        url: second.url,
        app: second.app,
        installation: second.installation,
        close: async () => {
          await second.app.close();
          await second.installation.close();
        },
      };
    },
    cookie: (tenant, personId) => installation.sessions.issue({ tenant, personId, via: 'persona-picker' }),
    freeze: () => followers.stop(),
    resume: () => {
      followers = followersOf(installation, app, log);
      followers.start();
    },
    settled: async () => {
      if (!(await freshness.reached(await installation.events.head(), 20_000)))
        throw new Error('The read models do not reach the end of the log');
    },
    close: async () => {
      try {
        await app.close();
      } finally {
        await followers.stop();
        await installation.close();
        await remove();
      }
    },
  };
}

async function serve(
  environment: Environment,
  clock: SettableClock,
  story: ((installation: Installation) => Promise<void>) | undefined,
  live: Partial<LiveOptions> | undefined,
) {
  const installation = await openInstallation(environment, { clock });
  await story?.(installation);
  const logged: string[] = [];
  const log = openLog('debug', { write: (line) => void logged.push(line) });
  const app = await createApi(installation, {
    environment,
    log,
    freshness: installation.freshness,
    health: healthOfInstallation(installation),
    measures: measuresOfInstallation(installation),
    ...(live && { live }),
  });
  demandDocumentedStatuses(app);
  // On a busy machine a specification may pause for longer than an idle connection is kept, and would be cut while
  // sending.
  app.getHttpServer().keepAliveTimeout = 0;
  return { installation, app, log, logged, url: await listen(app, '127.0.0.1', 0) };
}
