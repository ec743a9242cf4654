import { beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore, type EventStore, type StoredEvent } from '#platform/event-store';
import { eventType, refuse, SettableClock, type Decider, type EventOf } from '#platform/kernel';
import { EarlierReads } from './earlier-reads.js';
import { Streams, type CommandContext } from './streams.js';

// An example aggregate: a counter that may be raised up to two.
const Raised = eventType('test.Raised', 1, z.object({ to: z.int() }));
type CounterEvent = EventOf<{ Raised: typeof Raised }>;
const counter: Decider<number, { raise: number }, CounterEvent, 'COUNTER_IS_FULL'> = {
  initialState: 0,
  decide: ({ raise }, count) =>
    count + raise > 2
      ? refuse('COUNTER_IS_FULL')
      : Array.from({ length: raise }, (_, i) => Raised({ to: count + i + 1 })),
  evolve: (_, { data }) => data.to,
};

const clock = new SettableClock(new Date('2026-11-22T10:00:00Z'));
const catalog = new EventCatalog({ Raised });

class CountingStore extends InMemoryEventStore {
  /** Reads of the counter’s own stream. */
  reads = 0;
  override read(tenant: string, stream: string, from?: bigint): Promise<readonly StoredEvent[]> {
    if (stream === 'counter-a') this.reads += 1;
    return super.read(tenant, stream, from);
  }
}

let store: CountingStore;
const open = (on: EventStore) => new Streams('counter', counter, on, catalog, clock);
let counters: ReturnType<typeof open>;
beforeEach(() => {
  store = new CountingStore(clock);
  counters = open(store);
});
const contextOf = (commandId: string, reads?: EarlierReads): CommandContext => ({
  tenant: '9999',
  actor: 'someone',
  commandId,
  request: 'digest',
  correlationId: 'correlation',
  ...(reads && { reads }),
});
const raised = async (reads: EarlierReads) => {
  await counters.load('a', '9999', reads);
  store.reads = 0;
  return counters.run('a', { raise: 1 }, contextOf('raised', reads));
};

test('a stream that was loaded for a command is not read again by the command', async () => {
  await counters.run('a', { raise: 1 }, contextOf('first'));
  expect(await raised(new EarlierReads())).toMatchObject({ revision: 1n });
  expect(store.reads).toBe(0);
});

test('two loads for one command read once', async () => {
  const reads = new EarlierReads();
  await counters.load('a', '9999', reads);
  await counters.load('a', '9999', reads);
  expect(store.reads).toBe(1);
});

test('after a write by another process the command is decided on a new read', async () => {
  const reads = new EarlierReads();
  await counters.load('a', '9999', reads);
  await open(store).run('a', { raise: 2 }, contextOf('another process'));
  store.reads = 0;
  expect(await counters.run('a', { raise: 1 }, contextOf('late', reads))).toEqual({
    refused: [{ rule: 'COUNTER_IS_FULL' }],
  });
  expect(store.reads).toBe(1);
});

test('a second command with the same reads is decided on a new read', async () => {
  const reads = new EarlierReads();
  await raised(reads);
  expect(await counters.run('a', { raise: 0 }, contextOf('second', reads))).toMatchObject({ revision: 0n });
  expect(store.reads).toBe(1);
});

test('a command that waits for another one on the same stream appends without a conflict', async () => {
  const reads = new EarlierReads();
  await counters.load('a', '9999', reads);
  let appends = 0;
  const append = store.append.bind(store);
  store.append = (...parameters) => {
    appends += 1;
    return append(...parameters);
  };
  await Promise.all([
    counters.run('a', { raise: 1 }, contextOf('first')),
    counters.run('a', { raise: 1 }, contextOf('second', reads)),
  ]);
  expect([appends, (await counters.load('a', '9999')).state]).toEqual([2, 2]);
});

test('another tenant neither sees nor changes a stream by an earlier read', async () => {
  await counters.run('a', { raise: 1 }, contextOf('first'));
  const reads = new EarlierReads();
  expect(await counters.load('a', '8888', reads)).toMatchObject({ state: 0, revision: -1n });
  expect(await counters.run('a', { raise: 1 }, { ...contextOf('theirs', reads), tenant: '8888' })).toMatchObject({
    revision: 0n,
  });
  expect((await counters.load('a', '9999')).state).toBe(1);
});

test('an earlier read is not stored in an event’s metadata', async () => {
  await raised(new EarlierReads());
  expect(Object.keys((await store.read('9999', 'counter-a'))[0]!.metadata)).not.toContain('reads');
});
