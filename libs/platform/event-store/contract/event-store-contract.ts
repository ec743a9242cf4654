import { afterAll, beforeAll, describe } from '@jest/globals';
import { appendingContract } from './appending.js';
import { concurrencyContract } from './concurrency.js';
import { modelContract } from './model.js';
import { readingContract } from './reading.js';
import type { Client, StoreUnderTest } from './store-under-test.js';

/**
 * Contract of every event store engine, one sentence per guarantee. Positions need only grow in commit order: an engine
 * may leave gaps, and may have further guarantees in its own specifications.
 */
export function eventStoreContract(engine: string, make: () => Promise<StoreUnderTest>): void {
  describe(`the log in ${engine}`, () => {
    let underTest: StoreUnderTest;
    let clients: Client[] = [];
    beforeAll(async () => {
      underTest = await make();
      clients = [await underTest.open(), await underTest.open()];
    }, 30_000);
    afterAll(async () => {
      await Promise.all(clients.map((client) => client.close()));
      await underTest?.close();
    }, 30_000);
    const open = () => clients;
    appendingContract(open);
    readingContract(open);
    concurrencyContract(() => underTest, open);
    modelContract(open);
  });
}
