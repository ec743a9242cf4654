import type { DataSource } from 'typeorm';
import type { Context } from '#platform/composition';
import {
  loginNameIn,
  openDatabase,
  outageOf,
  PostgresReadSide,
  PostgresSignals,
  PostgresWorkingTables,
  tryWriting,
  type ReadSide,
  type Signals,
  type WorkingTables,
} from '#platform/database';
import { StartRefused, type Environment } from '#platform/environment';
import { EventCatalog, TimedEventStore, type EventStore } from '#platform/event-store';
import {
  PostgresSessionStore,
  previousKey,
  sessionKey,
  Sessions,
  type SessionStore,
  SignedLinks,
  type SignInMethod,
} from '#platform/identity';
import { postgresJobs, redisJobs, type JobBackend } from '#platform/jobs';
import type { Clock } from '#platform/kernel';
import type { MailSetup } from '#platform/mail';
import { SavingHealth, type Timing } from '#platform/observability';
import type { Policy } from '#platform/policies';
import { Freshness, type ReadModel } from '#platform/projections';
import { appendTimes } from './append-times.js';
import { contexts, entities } from './contexts.js';
import { expectFollowed, expectKurrent, expectTenants, logEngineOf, type LogEngine } from './open-log.js';
import { mailSetup } from './mail-setup.js';
import { openPostgres, type PostgresOptions } from './open-postgres.js';
import { signIn } from './sign-in.js';

/**
 * Resources of a Samspill process, opened once from the environment. Database and engine are chosen when it is opened;
 * the code below does not depend on the choice.
 */
export interface Installation {
  readonly contexts: readonly Context[];
  readonly clock: Clock;
  readonly events: EventStore;
  /** Duration of this process's appends by outcome, for either engine. */
  readonly appendTimes: Timing;
  /** The engine that keeps the log. */
  readonly log: LogEngine;
  /** The server that keeps the queues of jobs. */
  readonly jobs: JobBackend;
  readonly catalog: EventCatalog;
  readonly dataSource: DataSource;
  /** Reports whether the database accepts writes. */
  readonly saving: SavingHealth;
  readonly readSide: ReadSide;
  readonly workingTables: WorkingTables;
  /** Notifications between the processes of the installation. */
  readonly signals: Signals;
  /** The sessions of signed-in people. */
  readonly sessions: Sessions;
  /** Addresses for people who are not signed in. */
  readonly links: SignedLinks;
  /** The way mail is sent: over a mail server, or into the data folder. */
  readonly mail: MailSetup;
  readonly readModels: readonly ReadModel[];
  readonly policies: readonly Policy[];
  /** Read-your-writes: knows how far the read models have come. */
  readonly freshness: Freshness;
  /** Name of the database login of `dataSource`. */
  readonly loginName: string;
  /** Names of the migrations run at opening. */
  readonly migrated: readonly string[];
  /** Closes everything in reverse order. */
  close(): Promise<void>;
}

export interface InstallationOptions extends PostgresOptions {
  /** Overrides the environment's clock: the demo runs through three school years. */
  readonly clock?: Clock;
  /** Called on a lost connection that is re-established automatically. */
  readonly onTrouble?: (fault: unknown) => void;
}

/**
 * Opens the installation of the environment, migrated to this program's version.
 * @throws StartRefused with one sentence when it cannot be used; nothing was changed then
 */
export async function openInstallation(
  environment: Environment,
  options: InstallationOptions = {},
): Promise<Installation> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (let last = closers.pop(); last !== undefined; last = closers.pop()) await last();
  };
  try {
    await expectKurrent(environment);
    const postgres = await openPostgres(environment, options);
    closers.push(postgres.close);
    const { url, runnerUrl, role, migrated } = await signIn(environment, postgres, options);
    const clock = options.clock ?? environment.clock;
    const dataSource = await openDatabase({
      ...{ url, runnerUrl, role },
      entities,
    });
    closers.push(() => dataSource.destroy());
    const log = logEngineOf(environment, dataSource, options.login);
    const opened = log.open(clock, options.onTrouble);
    closers.push(() => opened.close());
    const times = appendTimes();
    const events = new TimedEventStore(opened, (outcome, seconds) => times.took(outcome, seconds));
    if (environment.kurrentUrl !== undefined) await expectTenants(log, events);
    await expectFollowed(dataSource, log, events, options.login === 'api' ? 'look' : 'record');
    const readModels = contexts.flatMap((context) => context.readModels);
    const policies = contexts.flatMap((context) => context.policies);
    const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
    const freshness = new Freshness({ url, readModels: names(readModels), policies: names(policies) });
    closers.push(() => freshness.close());
    const signals = new PostgresSignals(url, options.onTrouble);
    closers.push(() => signals.close());
    const workingTables = new PostgresWorkingTables(dataSource);
    return {
      contexts,
      clock,
      events,
      appendTimes: times,
      log,
      jobs: environment.redisUrl === undefined ? postgresJobs(dataSource) : redisJobs(environment.redisUrl, dataSource),
      catalog: new EventCatalog(...contexts.flatMap((context) => context.events)),
      dataSource,
      saving: new SavingHealth(() => tryWriting(dataSource)),
      readSide: new PostgresReadSide(dataSource),
      workingTables,
      signals,
      sessions: sessionsOf(environment, new PostgresSessionStore(dataSource, workingTables), clock),
      links: signedLinks(environment),
      mail: mailSetup(environment),
      readModels,
      policies,
      freshness,
      loginName: loginNameIn(url),
      migrated,
      close,
    };
  } catch (fault) {
    await close();
    throw outageOf(fault) ? new StartRefused(DATABASE_DOES_NOT_ANSWER) : fault;
  }
}

const DATABASE_DOES_NOT_ANSWER =
  'The database stopped answering while Samspill was starting. Its log says why (postgres.log in the data folder, where ' +
  'it is the embedded one): often a full disk, or a limit on files (ulimit -f, ulimit -n). Correct that and start again.';

const sessionsOf = (environment: Environment, store: SessionStore, clock: Clock): Sessions => {
  const { session, origin } = environment;
  return new Sessions(store, { ...session, secure: isSecure(origin), accepts: acceptedMethods(environment) }, clock);
};

/** No session of the demo survives the change to OpenID Connect. */
const acceptedMethods = ({ oidc }: Environment): readonly SignInMethod[] =>
  oidc ? ['openid-connect'] : ['persona-picker'];

/** True when browsers connect by https. */
export const isSecure = (origin: string | undefined): boolean => origin?.startsWith('https:') ?? false;

/** Behind a proxy the origin is the configured one; otherwise that of the API on this machine. */
const signedLinks = ({ origin, host, port, dataFolder, ...keys }: Environment): SignedLinks =>
  new SignedLinks(
    origin ?? `http://${host}:${port}`,
    () => sessionKey(keys.sessionKey, dataFolder),
    previousKey(keys.previousSessionKey),
  );
