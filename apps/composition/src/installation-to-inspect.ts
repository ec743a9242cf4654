import { PostgresReadSide, PostgresSignals, PostgresWorkingTables, tryWriting } from '#platform/database';
import { EventCatalog } from '#platform/event-store';
import { PostgresEventStore } from '#platform/event-store-postgres';
import { PostgresSessionStore, Sessions, SignedLinks } from '#platform/identity';
import { postgresJobs } from '#platform/jobs';
import type { Clock } from '#platform/kernel';
import { MailSetup } from '#platform/mail';
import { SavingHealth } from '#platform/observability';
import { Freshness } from '#platform/projections';
import { DataSource } from 'typeorm';
import { appendTimes } from './append-times.js';
import { contexts, entities } from './contexts.js';
import type { Installation } from './installation.js';
import { postgresLog } from './open-log.js';

/** An address that refuses connections, so that any attempt to use the installation fails at once. */
const NOWHERE = 'postgres://nobody@127.0.0.1:1/nothing';

/** Length of a key that signs nothing. */
const KEY_BYTES = 48;

/** An installation that was never opened, for inspecting the composition only. */
export function installationToInspect(clock: Clock): Installation {
  const dataSource = new DataSource({
    type: 'postgres',
    url: NOWHERE,
    entities: [...entities],
  });
  const events = new PostgresEventStore({ connectionString: NOWHERE, clock });
  const readModels = contexts.flatMap((context) => context.readModels);
  const policies = contexts.flatMap((context) => context.policies);
  const signals = new PostgresSignals(NOWHERE);
  const freshness = new Freshness({ url: NOWHERE, readModels: [], policies: [] });
  const workingTables = new PostgresWorkingTables(dataSource);
  const noSessions = { idleMinutes: 0, hours: 0, confirmMinutes: 0, secure: false, accepts: [] };
  return {
    contexts,
    clock,
    events,
    appendTimes: appendTimes(),
    log: postgresLog(dataSource),
    jobs: postgresJobs(dataSource),
    catalog: new EventCatalog(...contexts.flatMap((context) => context.events)),
    dataSource,
    saving: new SavingHealth(() => tryWriting(dataSource)),
    readSide: new PostgresReadSide(dataSource),
    workingTables,
    signals,
    sessions: new Sessions(new PostgresSessionStore(dataSource, workingTables), noSessions, clock),
    links: new SignedLinks('http://127.0.0.1:1', () => new Uint8Array(KEY_BYTES)),
    mail: new MailSetup({ from: { name: 'Nobody', address: 'nobody@localhost' } }, '/nowhere', () => new Uint8Array()),
    readModels,
    policies,
    freshness,
    loginName: 'nobody',
    migrated: [],
    close: async () => {
      await Promise.all([events.close(), freshness.close(), signals.close()]);
    },
  };
}
