import { expect, test } from '@jest/globals';
import type { Client } from 'pg';
import type { LogEvent } from '#platform/followers';
import type { DomainEvent, Recorded } from '#platform/kernel';
import { Folding } from './folding.js';
import { change, type Fold, type ReadModel } from './read-model.js';
import type { Row, RowStore } from './row-table.js';

const TENANT = '9901';
/** None of the stores below asks for it. */
const client = {} as Client;

class Plant {
  key!: string;
  tenant!: string;
  litres!: number;
}

const keyOf = ({ data }: Recorded<DomainEvent>) => (data as { readonly plant: string }).plant;
const planted: Fold<DomainEvent, Plant> = {
  rows: (event) => [keyOf(event)],
  fold: (_, { tenant }, key) => ({ key, tenant, litres: 0 }),
};

/** A model of plants, and the keys that its fold for watering was asked for. */
function plants() {
  const asked: string[] = [];
  const watered = change<DomainEvent, Plant>(
    (event) => {
      asked.push(keyOf(event));
      return keyOf(event);
    },
    (plant) => ({ ...plant, litres: plant.litres + 1 }),
  );
  const on = { 'garden.Planted': planted, 'garden.Watered': watered };
  return { asked, model: { name: 'plants', version: 1, entity: Plant, on } as unknown as ReadModel };
}

/** The rows that were written, in a table that was new when it held none. */
class Table implements RowStore {
  readonly written = new Map<string, Row>();
  fetched = 0;

  constructor(private readonly isNew: boolean) {}

  get isEmpty(): boolean {
    return this.isNew && this.written.size === 0;
  }
  mayHave(_: string, key: string): boolean {
    return !this.isNew || this.written.has(key);
  }
  keyOf(row: Row): string {
    return row['key'] as string;
  }
  fetch(_: unknown, addresses: readonly { readonly key: string }[]): Promise<readonly Row[]> {
    this.fetched += addresses.length;
    return Promise.resolve(
      addresses.flatMap(({ key }): readonly Row[] => (this.written.has(key) ? [this.written.get(key)!] : [])),
    );
  }
  put(_: unknown, rows: readonly Row[]): Promise<void> {
    for (const row of rows) this.written.set(this.keyOf(row), row);
    return Promise.resolve();
  }
  remove(): Promise<void> {
    return Promise.resolve();
  }
}

let position = 0n;
function logged(type: 'Planted' | 'Watered', plant: string): LogEvent {
  position += 1n;
  const place = { position, type: `garden.${type}`, id: `event ${position}`, tenant: TENANT };
  return { ...place, event: { ...place, data: { plant } } as unknown as Recorded<DomainEvent> };
}

test('an event that only changes rows takes no memory where there is none, and its keys are not made before the first row', async () => {
  const { asked, model } = plants();
  const folding = new Folding(model, new Table(true));
  await folding.take(client, [logged('Watered', 'kale'), logged('Watered', 'beet')]);
  expect(asked).toEqual([]);
  await folding.take(client, [logged('Planted', 'kale'), logged('Watered', 'kale'), logged('Watered', 'beet')]);
  expect(asked).toEqual(['kale', 'beet']);
  expect(folding.size).toBe(1);
});

test.each([
  ['a new table', true],
  ['a table that may have rows', false],
])('rows of %s are changed from their beginning on, whether they are in memory or written', async (_, isNew) => {
  const { model } = plants();
  const table = new Table(isNew);
  const folding = new Folding(model, table);
  await folding.take(client, [logged('Watered', 'kale'), logged('Planted', 'kale'), logged('Watered', 'kale')]);
  await folding.write(client);
  expect([...table.written.values()]).toEqual([{ key: 'kale', tenant: TENANT, litres: 1 }]);

  // Two calls take out everything that is not touched between them.
  const stores = [folding.retire(), folding.retire()];
  for (const store of stores) await store(client);
  await folding.take(client, [logged('Watered', 'kale'), logged('Watered', 'beet')]);
  await folding.write(client);
  expect([...table.written.values()]).toEqual([{ key: 'kale', tenant: TENANT, litres: 2 }]);
});

test('a row that is being written is changed in memory, and not fetched', async () => {
  const { model } = plants();
  const table = new Table(true);
  const folding = new Folding(model, table);
  await folding.take(client, [logged('Planted', 'kale')]);
  const stores = [folding.retire(), folding.retire()];
  await folding.take(client, [logged('Watered', 'kale')]);
  for (const store of stores) await store(client);
  await folding.write(client);
  expect(table.written.get('kale')).toMatchObject({ litres: 1 });
  expect(table.fetched).toBe(0);
});
