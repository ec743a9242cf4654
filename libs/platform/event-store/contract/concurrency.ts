import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { expectLogOrder, LogReader } from './log-reader.js';
import {
  anEvent,
  appended,
  aStream,
  expectSameIds,
  idsOf,
  someEvents,
  writeStream,
  type Client,
  type StoreUnderTest,
  TENANT,
} from './store-under-test.js';

const TEST_TIMEOUT_MS = 30_000;

/** Guarantees under many concurrent writers and readers, some of which die. */
export function concurrencyContract(engine: () => StoreUnderTest, clients: () => readonly Client[]): void {
  const storeOf = (i: number) => clients()[i % clients().length]!.store;

  test(
    'gives readers that start at any moment every event exactly once, in order, while 32 writers append',
    async () => {
      const from = await storeOf(0).head();
      const writers = Array.from({ length: 32 }, (_, i) => writeStream(storeOf(i), 20));
      const readers: LogReader[] = [];
      for (let i = 0; i < 6; i += 1) {
        readers.push(new LogReader(storeOf(i), from, i % 2 === 0 ? undefined : 7));
        await pause(10 * i);
      }
      const written = (await Promise.all(writers)).flatMap(({ ids }) => ids);
      readers.push(new LogReader(storeOf(0), from));
      const seen = await Promise.all(
        readers.map(async (reader) => {
          await reader.until(written.length);
          return reader.stop();
        }),
      );
      for (const events of seen) {
        expectLogOrder(events);
        expectSameIds(idsOf(events), written);
        expect(idsOf(events)).toEqual(idsOf(seen[0]!));
      }
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'keeps all or none of a killed writer’s append, and everything that was acknowledged',
    async () => {
      const from = await storeOf(0).head();
      const reader = new LogReader(storeOf(1), from);
      const living = Promise.all(Array.from({ length: 4 }, (_, i) => writeStream(storeOf(i), 25)));
      const victims = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const stream = aStream();
          const events = someEvents(3);
          return { stream, events, answer: await engine().appendAndDie(stream, 'no-stream', events) };
        }),
      );
      const written = (await living).flatMap(({ ids }) => ids);
      for (const { stream, events, answer } of victims) {
        const found = await storeOf(0).read(TENANT, stream);
        if (answer) expect(answer).toEqual({ revision: 2n, position: found.at(-1)?.position });
        if (found.length > 0) expect(idsOf(found)).toEqual(idsOf(events));
        // Another process may repeat the append without knowing its outcome.
        await appended(storeOf(1), stream, 'no-stream', events);
        expect(idsOf(await storeOf(0).read(TENANT, stream))).toEqual(idsOf(events));
        written.push(...idsOf(events));
      }
      await reader.until(written.length);
      const seen = await reader.stop();
      expectLogOrder(seen);
      expectSameIds(idsOf(seen), written);
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'neither skips nor repeats an event for a subscriber while some writers are slow and others are killed',
    async () => {
      const from = await storeOf(0).head();
      const quick = new LogReader(storeOf(0), from);
      const late = new LogReader(storeOf(1), from, 3);
      const slow = Array.from({ length: 4 }, (_, i) => writeStream(storeOf(i), 6, () => pause(15 * (i + 1))));
      const fast = Array.from({ length: 8 }, (_, i) => writeStream(storeOf(i), 40));
      const deaths = Array.from({ length: 8 }, async (_, i) => {
        await pause(10 * i);
        return engine().appendAndDie(aStream(), 'no-stream', [anEvent()]);
      });
      await Promise.all([...deaths, ...slow, ...fast]);
      const { position } = await appended(storeOf(0), aStream(), 'no-stream', [anEvent()]);
      await Promise.all([quick.reached(position), late.reached(position)]);
      const [atOnce, behind] = [await quick.stop(), await late.stop()];
      expectLogOrder(atOnce);
      expect(atOnce.length).toBeGreaterThanOrEqual(4 * 6 + 8 * 40 + 1);
      expect(behind).toEqual(atOnce);
      // The events seen meanwhile are those in the log afterwards.
      const afterwards: string[] = [];
      for await (const page of storeOf(0).readAll({ after: from })) afterwards.push(...idsOf(page));
      expect(idsOf(atOnce)).toEqual(afterwards);
    },
    TEST_TIMEOUT_MS,
  );
}
