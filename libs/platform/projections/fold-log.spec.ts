import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Client } from 'pg';
import { dedicatedConnection } from '#platform/database';
import type { EventStore, ReadAll } from '#platform/event-store';
import { decoder } from '#platform/followers';
import { FoldFailed, Folding } from './folding.js';
import { foldLog } from './fold-log.js';
import { NewTable } from './new-table.js';
import { beds, gardenModels, openGarden, walk, type Garden } from './projections.examples.js';
import { wantedBy, type ReadModel } from './read-model.js';
import { RowTable } from './row-table.js';
import { createShadow, dropShadow, keyShadow } from './shadow-table.js';

jest.setTimeout(60_000);

const STEPS = 400;
/** So many that most are not touched in an eighth of the steps. */
const BEDS = 100;
let garden: Garden;
let clients: readonly Client[];

beforeAll(async () => {
  garden = await openGarden();
  await garden.work(walk(STEPS, BEDS));
  clients = await Promise.all([1, 2].map(() => dedicatedConnection(garden.url, 'samspill_runner')));
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await garden.close();
});

/** The log, read in pages of this many events. */
const inPages = (size: number): EventStore =>
  Object.create(garden.events, {
    readAll: { value: (how: ReadAll) => garden.events.readAll({ ...how, batchSize: size }) },
    head: { value: () => garden.events.head() },
  }) as EventStore;
const IN_ONE = 10_000;

/** The rows of a new table after the log was folded, and the number of them that were written meanwhile. */
async function folded(model: ReadModel, events: EventStore, connections: readonly Client[], shadow: NewTable) {
  const live = RowTable.of(garden.source, model);
  const client = clients[0]!;
  const folding = new Folding(model, shadow);
  const decode = decoder(garden.catalog, wantedBy(gardenModels));
  const { failures } = await foldLog(connections, [folding], { events, decode, signal: new AbortController().signal });
  const count = `select count(*)::int as n from "${live.name}__next"`;
  const meanwhile = (await client.query<{ n: number }>(count)).rows[0]!.n;
  if (failures.length === 0) await folding.write(client);
  const { rows } = await client.query(`select * from "${live.name}__next" order by ${live.keyColumns.join(', ')}`);
  await dropShadow(client, live);
  return { rows, meanwhile, failures };
}

async function newTable(model: ReadModel): Promise<NewTable> {
  const live = RowTable.of(garden.source, model);
  return new NewTable(await createShadow(clients[0]!, live), (client) => keyShadow(client, live));
}

test.each(gardenModels.map((model) => [model.name, model] as const))(
  'rows of %s that no event has touched for long are written while the log is read, and are the same',
  async (_, model) => {
    const whole = await folded(model, inPages(IN_ONE), clients, await newTable(model));
    const paged = await folded(model, inPages(10), clients, await newTable(model));
    const alone = await folded(model, inPages(10), clients.slice(0, 1), await newTable(model));
    expect(whole.meanwhile).toBe(0);
    expect(alone.meanwhile).toBe(0);
    expect(paged.rows).toEqual(whole.rows);
    expect(alone.rows).toEqual(whole.rows);
    if (model.name === beds.name) expect(paged.meanwhile).toBeGreaterThan(0);
  },
);

test('rows that the database refuses while the log is read stop their model only', async () => {
  const model = gardenModels[0]!;
  const table = await newTable(model);
  const refusing = Object.create(table, {
    put: { value: () => Promise.reject(Object.assign(new Error('refused'), { code: '22003' })) },
  }) as NewTable;
  const { failures } = await folded(model, inPages(10), clients, refusing);
  expect(failures).toEqual([expect.any(FoldFailed)]);
});
