import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from 'pg';
import { dedicatedConnection } from '#platform/database';
import { decoder, type LogEvent } from '#platform/followers';
import { Folding } from './folding.js';
import { NewTable } from './new-table.js';
import { gardenModels, openGarden, walk, type Garden } from './projections.examples.js';
import { wantedBy, type ReadModel } from './read-model.js';
import { RowTable } from './row-table.js';
import { completeShadow, createShadow, dropShadow, keyShadow } from './shadow-table.js';

jest.setTimeout(60_000);

const STEPS = 160;
let garden: Garden;
let log: LogEvent[];
let clients: readonly [taker: Client, writer: Client];

beforeAll(async () => {
  garden = await openGarden();
  await garden.work(walk(STEPS, 12));
  const decode = decoder(garden.catalog, wantedBy(gardenModels));
  log = [];
  for await (const stored of garden.events.readAll({ after: 0n })) log.push(...stored.map(decode));
  const connect = () => dedicatedConnection(garden.url, 'samspill_runner');
  clients = [await connect(), await connect()];
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await garden.close();
});

interface Page {
  readonly upTo: number;
  /** Number of times that rows are evicted after the page. */
  readonly retires: number;
  /** True if the next page is folded while they are written. */
  readonly sideBySide: boolean;
}

/** The rows of a new table, and how often its key was made, after the log was folded in these pages. */
async function folded(model: ReadModel, pages: readonly Page[]) {
  const [taker, writer] = clients;
  const live = RowTable.of(garden.source, model);
  let keys = 0;
  const addKey = () => {
    keys += 1;
    return keyShadow(writer, live);
  };
  const folding = new Folding(model, new NewTable(await createShadow(taker, live), addKey));
  let from = 0;
  let writing = Promise.resolve();
  for (const { upTo, retires, sideBySide } of [...pages, { upTo: STEPS, retires: 0, sideBySide: false }]) {
    await folding.take(taker, log.slice(from, upTo));
    from = Math.max(from, upTo);
    await writing;
    const stores = Array.from({ length: retires }, () => folding.retire());
    writing = (async () => {
      for (const store of stores) await store(writer);
    })();
    if (!sideBySide) await writing;
  }
  await writing;
  await folding.write(writer);
  await completeShadow(writer, live);
  const rows = await garden.asOwner(
    `select it::text from (select * from "${live.name}__next") as it order by ${live.keyColumns.join(', ')}`,
  );
  await dropShadow(writer, live);
  return { rows, keys };
}

test('rows are the same however often they are written, evicted and read again, also during folding', async () => {
  const page = fc.record({ upTo: fc.nat(STEPS), retires: fc.nat(2), sideBySide: fc.boolean() });
  const inOrder = fc.array(page, { maxLength: 12 }).map((pages) => pages.toSorted((a, b) => a.upTo - b.upTo));
  for (const model of gardenModels) {
    const { rows } = await folded(model, []);
    expect(rows.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(inOrder, async (pages) => expect((await folded(model, pages)).rows).toEqual(rows)),
      { numRuns: 15, seed: 20261129 },
    );
  }
});

test('a table that fits in memory is written without a key, which is created once when a row is read again', async () => {
  const [beds] = gardenModels;
  expect(await folded(beds!, [])).toMatchObject({ keys: 0 });
  const pages = [40, 80, 120].map((upTo) => ({ upTo, retires: 2, sideBySide: false }));
  expect(await folded(beds!, pages)).toMatchObject({ keys: 1 });
});
