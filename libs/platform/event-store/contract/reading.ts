import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { EventStore, StoredEvent } from '../event-store.js';
import { LogReader } from './log-reader.js';
import {
  anEvent,
  appended,
  aStream,
  idsOf,
  OTHER_TENANT,
  someEvents,
  writeStream,
  type Client,
  TENANT,
} from './store-under-test.js';

/** Data that a store which parses, sorts or rewrites JSON would change. */
const PRECIOUS: readonly unknown[] = [
  {},
  { b: 1, a: 2, '10': 3, nested: { z: [], y: {}, x: [[[null]]] } },
  { text: 'æøå ÆØÅ čáŋ 日本語 🇳🇴 👩‍👩‍👧 e\u0301 \u0001 \u001f \u007f \u2028 "quoted" \\ / \n\t' },
  { separator: '\u001e\u001f', written: '\\u0000 \\ud83d' },
  { amount: '123456789012345678901234567890.000', small: 5e-324, large: 1.7976931348623157e308, negative: -0.1 },
  { missing: null, empty: '', no: false, zero: 0 },
  { long: 'Møtet ble avlyst. 🙂 '.repeat(5_000) },
];

async function all(pages: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}

const aborted = (after: number): AbortSignal => AbortSignal.timeout(after);

/** Guarantees for readers. */
export function readingContract(clients: () => readonly Client[]): void {
  const one = () => clients()[0]!.store;
  const another = () => clients()[1]!.store;

  test('gives a stream from any revision on, in order, and nothing where there is no stream', async () => {
    const { stream, ids } = await writeStream(one(), 5);
    expect(await one().read(TENANT, aStream())).toEqual([]);
    for (const from of [0, 1, 4, 5, 9])
      expect(idsOf(await one().read(TENANT, stream, BigInt(from)))).toEqual(ids.slice(from));
  });

  test('shows an acknowledged event to every client at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const stream = aStream();
      const { position } = await appended(one(), stream, 'no-stream', [anEvent()]);
      expect(await another().read(TENANT, stream)).toHaveLength(1);
      expect(await another().head()).toBeGreaterThanOrEqual(position);
    }
  });

  test('keeps type, schema version, metadata and data as they were written, to the byte', async () => {
    const stream = aStream();
    for (const [i, data] of PRECIOUS.entries()) {
      const event = { ...anEvent(data), schemaVersion: i + 1 };
      const { position } = await appended(one(), stream, i === 0 ? 'no-stream' : BigInt(i - 1), [event]);
      const [stored] = await another().read(TENANT, stream, BigInt(i));
      const { recordedAt, ...rest } = stored!;
      expect(rest).toStrictEqual({ ...event, tenant: TENANT, stream, revision: BigInt(i), position });
      expect(JSON.stringify(stored!.data)).toBe(JSON.stringify(data));
      expect(JSON.stringify(stored!.metadata)).toBe(JSON.stringify(event.metadata));
      expect(recordedAt.getTime()).toBeGreaterThan(0);
    }
  });

  test('gives the same event by stream, by log and by subscription', async () => {
    const from = await one().head();
    const { stream } = await writeStream(one(), 3);
    const byStream = await one().read(TENANT, stream);
    expect(await all(one().readAll({ after: from }))).toEqual(byStream);
    const reader = new LogReader(another(), from);
    await reader.until(3);
    expect(await reader.stop()).toEqual(byStream);
  });

  test('resumes after any stored position, in batches no larger than asked, and ends at the end', async () => {
    const from = await one().head();
    const { ids } = await writeStream(one(), 12);
    const everything = await all(one().readAll({ after: from }));
    expect(idsOf(everything)).toEqual(ids);
    for (const [i, { position }] of everything.entries()) {
      const sizes: number[] = [];
      const rest: StoredEvent[] = [];
      for await (const page of another().readAll({ after: position, batchSize: 5 })) {
        sizes.push(page.length);
        rest.push(...page);
      }
      expect(rest).toEqual(everything.slice(i + 1));
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(5);
      expect(Math.min(1, ...sizes)).toBeGreaterThan(0);
      const reader = new LogReader(another(), position, 5);
      await reader.until(rest.length);
      expect(await reader.stop()).toEqual(rest);
    }
  });

  test('gives the data of events of the types that are asked for, and every event', async () => {
    const from = await one().head();
    const [used, other] = [anEvent({ used: true }), { ...anEvent(), type: 'meetings.ContractOther' }];
    for (const event of [used, other, used].map((each) => ({ ...each, id: randomUUID() })))
      await appended(one(), aStream(), 'no-stream', [event]);
    const everything = await all(one().readAll({ after: from }));
    const dataOf = new Set([used.type, 'meetings.ContractNever']);
    const stop = new AbortController();
    const subscribed: StoredEvent[] = [];
    for await (const page of another().subscribe({ after: from, dataOf, batchSize: 2, signal: stop.signal })) {
      subscribed.push(...page);
      if (subscribed.length >= 3) stop.abort();
    }
    for (const seen of [await all(one().readAll({ after: from, dataOf })), subscribed]) {
      expect(idsOf(seen)).toEqual(idsOf(everything));
      expect([seen[0], seen[2]]).toEqual([everything[0], everything[2]]);
      expect([everything[1]!.data, null]).toContainEqual(seen[1]!.data);
    }
  });

  test("gives one tenant's events alone, in batches that are never empty, to readers and subscribers", async () => {
    const from = await one().head();
    const ids: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      const [event] = someEvents(1);
      await one().append(i % 4 === 3 ? TENANT : OTHER_TENANT, aStream(), 'no-stream', [event]);
      if (i % 4 === 3) ids.push(event.id);
    }
    for (const pages of [
      one().readAll({ tenant: TENANT, after: from, batchSize: 2 }),
      another().readAll({ tenant: TENANT, after: from }),
    ]) {
      const seen: StoredEvent[] = [];
      for await (const page of pages) {
        expect(page.length).toBeGreaterThan(0);
        seen.push(...page);
      }
      expect(idsOf(seen)).toEqual(ids);
    }
    const stop = new AbortController();
    const seen: StoredEvent[] = [];
    const later = anEvent();
    for await (const page of one().subscribe({ tenant: TENANT, after: from, signal: stop.signal })) {
      if (seen.length === 0) {
        await one().append(OTHER_TENANT, aStream(), 'no-stream', [anEvent()]);
        await another().append(TENANT, aStream(), 'no-stream', [later]);
      }
      seen.push(...page);
      if (seen.length === 4) stop.abort();
    }
    expect(idsOf(seen)).toEqual([...ids, later.id]);
  });

  test('counts the events after a position, up to a number', async () => {
    const from = await one().head();
    expect(await one().countAfter(from, 10)).toBe(0);
    await writeStream(one(), 5);
    await one().append(OTHER_TENANT, aStream(), 'no-stream', someEvents(2));
    for (const [atMost, count] of [
      [10, 7],
      [7, 7],
      [3, 3],
    ] as const)
      expect(await another().countAfter(from, atMost)).toBe(count);
  });

  test('reports as head the position at which a complete read ends', async () => {
    const from = await one().head();
    const { position } = await appended(one(), aStream(), 'no-stream', someEvents(3));
    expect((await all(one().readAll({ after: from }))).at(-1)!.position).toBe(position);
    expect(await one().head()).toBeGreaterThanOrEqual(position);
    expect(await all(one().readAll({ after: await one().head() }))).toEqual([]);
  });

  test('ends a subscription without an error when it is stopped, at any time', async () => {
    const from = await one().head();
    await writeStream(one(), 3);
    const consume = async (store: EventStore, signal: AbortSignal, after: bigint) => {
      let seen = 0;
      for await (const page of store.subscribe({ after, signal, batchSize: 1 })) seen += page.length;
      return seen;
    };
    expect(await consume(one(), AbortSignal.abort(), from)).toBe(0);
    expect(await consume(one(), aborted(100), await one().head())).toBe(0);

    const atTheEnd = new AbortController();
    let read = 0;
    for await (const page of one().subscribe({ after: from, signal: atTheEnd.signal, batchSize: 1 }))
      if ((read += page.length) === 3) setTimeout(() => atTheEnd.abort(), 100);
    expect(read).toBe(3);

    const stop = new AbortController();
    const seen: StoredEvent[] = [];
    for await (const page of one().subscribe({ after: from, signal: stop.signal, batchSize: 1 })) {
      seen.push(...page);
      stop.abort();
    }
    expect(seen).toHaveLength(1);
  });

  test('allows a consumer to end a subscription or a read', async () => {
    const from = await one().head();
    await writeStream(one(), 3);
    for (const pages of [one().subscribe({ after: from }), one().readAll({ after: from, batchSize: 1 })]) {
      let seen = 0;
      for await (const page of pages) {
        seen += page.length;
        break;
      }
      expect(seen).toBeGreaterThan(0);
    }
  });
}
