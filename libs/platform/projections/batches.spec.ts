import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { dedicatedConnection } from '#platform/database';
import { decoder, type LogEvent } from '#platform/followers';
import { takeBatch, type Projected } from './batch.js';
import { prepareModels } from './checkpoints.js';
import { gardenModels, openGarden, walk, type Garden } from './projections.examples.js';
import { wantedBy } from './read-model.js';
import { RowTable } from './row-table.js';

jest.setTimeout(60_000);

const STEPS = 160;
let garden: Garden;
let log: LogEvent[];

beforeAll(async () => {
  garden = await openGarden();
  await garden.work(walk(STEPS, 12));
  const decode = decoder(garden.catalog, wantedBy(gardenModels));
  log = [];
  for await (const stored of garden.events.readAll({ after: 0n })) log.push(...stored.map(decode));
});
afterAll(() => garden.close());

/** The rows after taking the log in batches that end at these positions, some of them repeated. */
async function rowsAfter(cuts: readonly number[], again: ReadonlySet<number>): Promise<unknown> {
  const client = await dedicatedConnection(garden.url, 'samspill_runner');
  await client.query('delete from bed; delete from plant_count; delete from log_follower');
  await prepareModels(client, gardenModels, 0n);
  const projected: Projected[] = gardenModels.map((model) => ({ model, table: RowTable.of(garden.source, model) }));
  let from = 0;
  for (const to of [...cuts, log.length]) {
    if (to === from) continue;
    const batch = log.slice(from, to);
    for (let time = 0; time < (again.has(to) ? 2 : 1); time += 1)
      await takeBatch(client, projected, batch, from === 0 ? 0n : log[from - 1]!.position);
    from = to;
  }
  await client.end();
  return garden.rows();
}

test('any division of the log into batches gives the same rows, also with repeated batches', async () => {
  const whole = await rowsAfter([], new Set());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: STEPS - 1 }), { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: STEPS - 1 }), { maxLength: 4 }),
      async (cuts, again) => {
        const ends = [...new Set([...cuts, ...again])].sort((a, b) => a - b);
        expect(await rowsAfter(ends, new Set(again))).toEqual(whole);
      },
    ),
    { numRuns: 40, seed: 20261122 },
  );
});
