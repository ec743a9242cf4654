import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore, type EventStore, type Expected, type NewEvent } from '#platform/event-store';
import { eventType, refuse, SettableClock, type Decider, type EventOf } from '#platform/kernel';
import { Streams, type CommandContext } from './streams.js';

// A tally that may be raised, at most to three.
const Raised = eventType('test.Raised', 1, z.object({ to: z.int() }));
type TallyEvent = EventOf<{ Raised: typeof Raised }>;
const tally: Decider<number, { by: number }, TallyEvent, 'TALLY_IS_FULL'> = {
  initialState: 0,
  decide: ({ by }, count) =>
    count + by > 3
      ? refuse('TALLY_IS_FULL', 'by')
      : Array.from({ length: by }, (_, i) => Raised({ to: count + i + 1 })),
  evolve: (_, { data }) => data.to,
};

const clock = new SettableClock(new Date('2026-11-22T10:00:00Z'));
const catalog = new EventCatalog({ Raised });
const asked = (changes: Partial<CommandContext> = {}): CommandContext => ({
  municipality: '9999',
  actor: 'someone',
  commandId: 'first',
  request: 'digest',
  correlationId: 'correlation',
  ...changes,
});

let store: EventStore;
let tallies: Streams<number, { by: number }, TallyEvent, 'TALLY_IS_FULL'>;
const open = (on: EventStore) => new Streams('tally', tally, on, catalog, clock);
beforeEach(() => {
  store = new InMemoryEventStore(clock);
  tallies = open(store);
});

describe('a command', () => {
  test('is folded, decided and appended, and says where its answer stands', async () => {
    expect(await tallies.run('a', { by: 2 }, asked())).toEqual({ id: 'a', revision: 1n, position: 2n });
    expect(await tallies.load('a', '9999')).toEqual({
      state: 2,
      revision: 1n,
      position: 2n,
      isOfAnother: false,
    });
  });

  test('tells who, why and when in the metadata of every event', async () => {
    await tallies.run('a', { by: 1 }, asked({ causationId: 'cause', expected: -1n }));
    const [event] = await store.read('tally-a');
    expect(event!.metadata).toEqual({
      municipality: '9999',
      actor: 'someone',
      commandId: 'first',
      request: 'digest',
      correlationId: 'correlation',
      causationId: 'cause',
      occurredAt: '2026-11-22T10:00:00.000Z',
    });
  });

  test('that is refused writes nothing', async () => {
    expect(await tallies.run('a', { by: 4 }, asked())).toEqual({ refused: [{ rule: 'TALLY_IS_FULL', at: 'by' }] });
    expect(await store.head()).toBe(0n);
  });

  test('that has nothing to do answers where the stream stands', async () => {
    await tallies.run('a', { by: 1 }, asked());
    expect(await tallies.run('a', { by: 0 }, asked({ commandId: 'second' }))).toEqual({
      id: 'a',
      revision: 0n,
      position: 1n,
    });
    expect(await store.head()).toBe(1n);
  });
});

describe('the same command again', () => {
  test('gets the same answer, and no second event, whatever came between', async () => {
    const first = await tallies.run('a', { by: 1 }, asked());
    await tallies.run('a', { by: 2 }, asked({ commandId: 'second' }));
    expect(await tallies.run('a', { by: 1 }, asked())).toEqual(first);
    expect(await store.head()).toBe(3n);
  });

  test('gets the same answer even where it says a revision that has passed', async () => {
    const first = await tallies.run('a', { by: 1 }, asked({ expected: -1n }));
    expect(await tallies.run('a', { by: 1 }, asked({ expected: -1n }))).toEqual(first);
  });

  test('with something else in it is a reused key', async () => {
    await tallies.run('a', { by: 1 }, asked());
    expect(await tallies.run('a', { by: 2 }, asked({ request: 'other' }))).toEqual({
      refused: [{ rule: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  test('on two streams is two commands', async () => {
    await tallies.run('a', { by: 1 }, asked());
    await tallies.run('b', { by: 1 }, asked());
    expect(await store.head()).toBe(2n);
  });
});

describe('someone else', () => {
  test('who writes in between is met by reading and deciding again', async () => {
    const meddling = new Meddling(store, () => tallies.run('a', { by: 2 }, asked({ commandId: 'meddler' })));
    expect(await open(meddling).run('a', { by: 1 }, asked())).toEqual({ id: 'a', revision: 2n, position: 3n });
    expect((await tallies.load('a', '9999')).state).toBe(3);
  });

  test('who writes in between may make the rule say no', async () => {
    const meddling = new Meddling(store, () => tallies.run('a', { by: 3 }, asked({ commandId: 'meddler' })));
    expect(await open(meddling).run('a', { by: 1 }, asked())).toMatchObject({ refused: [{ rule: 'TALLY_IS_FULL' }] });
  });

  test('who wrote after the user looked makes the command stale', async () => {
    await tallies.run('a', { by: 1 }, asked());
    await tallies.run('a', { by: 1 }, asked({ commandId: 'other' }));
    expect(await tallies.run('a', { by: 1 }, asked({ commandId: 'third', expected: 0n }))).toEqual({
      refused: [{ rule: 'CHANGED_SINCE_READ' }],
    });
  });
});

describe('another municipality', () => {
  test('neither sees the stream nor writes to it', async () => {
    await tallies.run('a', { by: 1 }, asked());
    expect(await tallies.load('a', '8888')).toEqual({
      state: 0,
      revision: -1n,
      position: 0n,
      isOfAnother: true,
    });
    expect(await tallies.run('a', { by: 1 }, asked({ municipality: '8888', commandId: 'x' }))).toEqual({
      refused: [{ rule: 'NOT_FOUND' }],
    });
    expect(await store.head()).toBe(1n);
  });
});

/** Lets someone else write to the stream between a writer's read and its first append. */
class Meddling implements EventStore {
  constructor(
    private readonly store: EventStore,
    private meddle: (() => Promise<unknown>) | undefined,
  ) {}
  async append(stream: string, expected: Expected, events: readonly [NewEvent, ...NewEvent[]]) {
    const meddle = this.meddle;
    this.meddle = undefined;
    await meddle?.();
    return this.store.append(stream, expected, events);
  }
  read = (stream: string, from?: bigint) => this.store.read(stream, from);
  readAll: EventStore['readAll'] = (options) => this.store.readAll(options);
  subscribe: EventStore['subscribe'] = (options) => this.store.subscribe(options);
  head = () => this.store.head();
}
