import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import {
  loginNameIn,
  openDatabase,
  PostgresReadSide,
  PostgresWorkingTables,
  SignalsWithin,
  tryWriting,
} from '#platform/database';
import { readEnvironment } from '#platform/environment';
import { EventCatalog } from '#platform/event-store';
import { PostgresEventStore } from '#platform/event-store-postgres';
import { PostgresSessionStore, Sessions, SignedLinks } from '#platform/identity';
import { postgresJobs } from '#platform/jobs';
import type { Clock } from '#platform/kernel';
import { SavingHealth } from '#platform/observability';
import { Freshness } from '#platform/projections';
import { LogFollowers } from '#platform/worker';
import {
  appendTimes,
  contexts,
  AppModule,
  entities,
  mailSetup,
  migrations,
  postgresLog,
  streamsOf,
  type Installation,
} from '../../../composition/src/index.js';
import { migrateForBench } from './bench-database.js';
import { fillSamspill } from './fill-log.js';
import { afterLog, type GeneratedEvent } from './log-generator.js';

/** Length of a key for links that nobody follows. */
const KEY_BYTES = 48;

/** The composed application on a bench's database, without HTTP. */
export interface BenchApplication {
  readonly app: INestApplicationContext;
  readonly installation: Installation;
  /** Not started. */
  readonly followers: LogFollowers;
}

interface BenchInstallation {
  /** Connection string of the database's owner. */
  readonly url: string;
  /** Fills the database, which is empty then. */
  readonly log?: Iterable<GeneratedEvent>;
  /** The end of a generated log, unless another is given. */
  readonly clock?: Clock;
  /** Variables of the environment about mail. */
  readonly mail?: Readonly<Record<string, string>>;
}

/** Opens the application on a bench's database, and closes it after `work`. */
export async function withBenchApplication<T>(
  { url, log, clock = afterLog, mail = {} }: BenchInstallation,
  work: (application: BenchApplication) => Promise<T>,
): Promise<T> {
  const { worker } = await migrateForBench(url, migrations);
  if (log) await fillSamspill(url, log);
  const dataSource = await openDatabase({ url: worker, entities });
  const events = new PostgresEventStore({ connectionString: worker, runnerUrl: worker, clock });
  const catalog = new EventCatalog(...contexts.flatMap((context) => context.events));
  const readModels = contexts.flatMap((context) => context.readModels);
  const policies = contexts.flatMap((context) => context.policies);
  const freshness = new Freshness({
    url: worker,
    readModels: readModels.map(({ name }) => name),
    policies: policies.map(({ name }) => name),
  });
  const workingTables = new PostgresWorkingTables(dataSource);
  const environment = readEnvironment({ ...mail });
  const sessionOptions = { ...environment.session, secure: false, accepts: [] };
  const installation: Installation = {
    contexts,
    clock,
    events,
    appendTimes: appendTimes(),
    log: postgresLog(dataSource),
    jobs: postgresJobs(dataSource),
    catalog,
    readModels,
    policies,
    freshness,
    dataSource,
    saving: new SavingHealth(() => tryWriting(dataSource)),
    readSide: new PostgresReadSide(dataSource),
    workingTables,
    signals: new SignalsWithin(),
    sessions: new Sessions(new PostgresSessionStore(dataSource, workingTables), sessionOptions, clock),
    links: new SignedLinks('http://127.0.0.1', () => new Uint8Array(KEY_BYTES)),
    mail: mailSetup(environment),
    loginName: loginNameIn(worker),
    migrated: [],
    close: () => Promise.resolve(),
  };
  const app = await NestFactory.createApplicationContext(AppModule.of(installation), { logger: false });
  const streams = streamsOf(app, installation);
  const followers = new LogFollowers({ source: dataSource, events, catalog, readModels, policies, streams, freshness });
  try {
    return await work({ app, installation, followers });
  } finally {
    await followers.stop();
    await app.close();
    await freshness.close();
    await events.close();
    await dataSource.destroy();
  }
}

const LONGEST_CATCH_UP_MS = 600_000;

/** Starts the followers, and waits until the read models have reached the end of the log. */
export async function caughtUp({ installation, followers }: Omit<BenchApplication, 'app'>): Promise<void> {
  followers.start();
  const { freshness, events } = installation;
  if (!(await freshness.reached(await events.head(), LONGEST_CATCH_UP_MS)))
    throw new Error('The read models do not reach the end of the log');
}
