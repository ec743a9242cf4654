import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { EventCatalog, type StoredEvent } from '#platform/event-store';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { systemClock } from '#platform/kernel';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { contexts } from '../../../composition/src/index.js';
import { EVERY_CASE, HISTORY_END, historyEvents, unitsOfAsker } from '../demo/history/history.examples.js';
import { fillHistory, fillSamspill } from './fill-log.js';
import { generateLog } from './log-generator.js';

const catalog = new EventCatalog(...contexts.flatMap(({ events }) => events));
let database: FreshDatabase;
beforeEach(async () => {
  database = await migratedDatabase(eventStoreMigrations);
});
afterEach(() => database.drop());

/** Every event, each checked by its type. */
async function everything(): Promise<readonly StoredEvent[]> {
  const { url } = database;
  const log = new PostgresEventStore({ connectionString: url, runnerUrl: url, clock: systemClock });
  const events: StoredEvent[] = [];
  for await (const batch of log.readAll({ after: 0n })) events.push(...batch);
  await log.close();
  for (const event of events) catalog.check(event);
  return events;
}

/** Position and recorded time of the last event, as the log keeps them for the next append. */
async function head() {
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query<{ position: string; recorded_at: Date }>(
    'select position, recorded_at from event_head',
  );
  await owner.end();
  return rows.map(({ position, recorded_at }) => ({ position: BigInt(position), recordedAt: recorded_at }));
}

describe('the log of a bench', () => {
  test.each(['interleaved', 'monthly', 'adjacent'] as const)(
    '(%s) has a recorded time that never decreases, and the versions of today',
    async (order) => {
      expect(await fillSamspill(database.ownerUrl, generateLog({ events: 3_000, seed: 1, order }))).toBe(3_000);
      const events = await everything();
      const times = events.map(({ recordedAt }) => recordedAt.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      for (const { type, schemaVersion } of events)
        expect(schemaVersion).toBe(catalog.all().find((each) => each.type === type)!.schemaVersion);
      const { position, recordedAt } = events.at(-1)!;
      expect(await head()).toEqual([{ position, recordedAt }]);
    },
  );

  test('has the events of a history as they were simulated', async () => {
    const seen: StoredEvent[] = [];
    const wish = { units: await unitsOfAsker(5), years: 2, seed: EVERY_CASE, asOf: HISTORY_END };
    await fillHistory(database.ownerUrl, wish, (events) => void seen.push(...events));
    const events = await everything();
    expect(events).toEqual(await historyEvents(5, { years: 2, seed: EVERY_CASE }));
    expect(seen).toEqual(events);
  });
});
