import { openDatabase, PostgresReadSide } from '#platform/database';
import { EventCatalog } from '#platform/event-store';
import { eventStoreMigrations } from '#platform/event-store-postgres';
import { followerMigrations } from '#platform/followers';
import { SettableClock } from '#platform/kernel';
import { compareWithFreshFold, Freshness, ProjectionRunner } from '#platform/projections';
import { openSeparateLog } from '../../test/separate-log.js';
import { migratedDatabase } from '../../test/postgres.js';
import { registryContext } from './index.js';
import { openRegistry } from './registry.examples.js';

/** The registry on a real database, with running read models; its log is in KurrentDB when `KURRENTDB_URL` is set. */
export async function openRegistryDatabase() {
  const database = await migratedDatabase([
    ...eventStoreMigrations,
    ...followerMigrations,
    ...registryContext.migrations,
  ]);
  const { url } = database;
  const source = await openDatabase({ url, entities: registryContext.entities });
  const clock = new SettableClock(new Date('2026-11-22T08:00:00Z'));
  const events = openSeparateLog(url, clock);
  const catalog = new EventCatalog(...registryContext.events);
  const { readModels } = registryContext;
  const freshness = new Freshness({ url, readModels: readModels.map(({ name }) => name), policies: [] });
  const stopping = new AbortController();
  const followed = { source, events, catalog, readModels };
  const runner = new ProjectionRunner({ ...followed, moved: () => freshness.moved() }).run(stopping.signal);
  const registry = await openRegistry({ store: events, readSide: new PostgresReadSide(source), source });
  return {
    ...registry,
    /** Waits until all written events can be read. */
    caughtUp: async () => {
      if (!(await freshness.reached(await events.head(), 20_000))) throw new Error('The read models never caught up');
    },
    compare: () => compareWithFreshFold(followed),
    /** Ends the read models: they show nothing that is written from now on. */
    stopReadModels: async () => {
      stopping.abort();
      await runner;
    },
    async close() {
      stopping.abort();
      await runner;
      await registry.close();
      await freshness.close();
      await events.close();
      await source.destroy();
      await database.drop();
    },
  };
}
export type RegistryDatabase = Awaited<ReturnType<typeof openRegistryDatabase>>;
