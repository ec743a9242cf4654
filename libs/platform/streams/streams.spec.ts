import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore, type EventStore, type Expected, type NewEvent } from '#platform/event-store';
import { eventType, refuse, SettableClock, type Decider, type EventOf } from '#platform/kernel';
import { StreamBusy, Streams, type CommandContext } from './streams.js';

// An example aggregate: a counter that may be raised up to three.
const Raised = eventType('test.Raised', 1, z.object({ to: z.int(), by: z.string().max(9).optional() }));
type TallyEvent = EventOf<{ Raised: typeof Raised }>;
const tally: Decider<number, { by: number; name?: string }, TallyEvent, 'TALLY_IS_FULL'> = {
  initialState: 0,
  decide: ({ by, name }, count) =>
    count + by > 3
      ? refuse('TALLY_IS_FULL', 'by')
      : Array.from({ length: by }, (_, i) => Raised({ to: count + i + 1, ...(name && { by: name }) })),
  evolve: (_, { data }) => data.to,
};

const unbounded: typeof tally = { ...tally, decide: (command, count) => tally.decide(command, Math.min(count, 0)) };

const clock = new SettableClock(new Date('2026-11-22T10:00:00Z'));
const catalog = new EventCatalog({ Raised });
const contextWith = (changes: Partial<CommandContext> = {}): CommandContext => ({
  tenant: '9999',
  actor: 'someone',
  commandId: 'first',
  request: 'digest',
  correlationId: 'correlation',
  ...changes,
});

let store: EventStore;
let tallies: Streams<number, { by: number; name?: string }, TallyEvent, 'TALLY_IS_FULL'>;
const open = (on: EventStore) => new Streams('tally', tally, on, catalog, clock);
beforeEach(() => {
  store = new InMemoryEventStore(clock);
  tallies = open(store);
});

describe('a command', () => {
  test('is decided on the folded state and appended, and answers its position', async () => {
    expect(await tallies.run('a', { by: 2 }, contextWith())).toEqual({ id: 'a', revision: 1n, position: 2n });
    expect(await tallies.load('a', '9999')).toEqual({
      state: 2,
      revision: 1n,
      position: 2n,
    });
  });

  test('records person, cause and time in the metadata of every event', async () => {
    await tallies.run('a', { by: 1 }, contextWith({ causationId: 'cause', expected: -1n }));
    const [event] = await store.read('9999', 'tally-a');
    expect(event!.metadata).toEqual({
      actor: 'someone',
      commandId: 'first',
      request: 'digest',
      correlationId: 'correlation',
      causationId: 'cause',
      occurredAt: '2026-11-22T10:00:00.000Z',
    });
  });

  test('that is refused writes nothing', async () => {
    expect(await tallies.run('a', { by: 4 }, contextWith())).toEqual({
      refused: [{ rule: 'TALLY_IS_FULL', at: 'by' }],
    });
    expect(await store.head()).toBe(0n);
  });

  test('that changes nothing answers the current position of the stream', async () => {
    await tallies.run('a', { by: 1 }, contextWith());
    expect(await tallies.run('a', { by: 0 }, contextWith({ commandId: 'second' }))).toEqual({
      id: 'a',
      revision: 0n,
      position: 1n,
    });
    expect(await store.head()).toBe(1n);
  });
});

describe('a command made from the state', () => {
  test('is created once for each read of the stream, and again when another write came first', async () => {
    const seen: number[] = [];
    const made = await tallies.run(
      'a',
      async ({ state }) => {
        seen.push(state);
        if (seen.length === 1) await open(store).run('a', { by: 1 }, contextWith({ commandId: 'of another process' }));
        return { by: 1 };
      },
      contextWith(),
    );
    expect(seen).toEqual([0, 1]);
    expect(made).toMatchObject({ revision: 1n });
  });

  test('may be refused for a missing fact, and nothing is written', async () => {
    expect(await tallies.run('a', async () => refuse('FACT_MISSING'), contextWith())).toEqual(refuse('FACT_MISSING'));
    expect(await store.head()).toBe(0n);
  });

  test('is not created again for a repeat: the first answer is given', async () => {
    const first = await tallies.run('a', { by: 1 }, contextWith());
    const again = await tallies.run('a', () => Promise.reject(new Error('made again')), contextWith());
    expect(again).toEqual(first);
  });
});

describe('the same command again', () => {
  test('gets the same answer, and no second event, whatever was written in between', async () => {
    const first = await tallies.run('a', { by: 1 }, contextWith());
    await tallies.run('a', { by: 2 }, contextWith({ commandId: 'second' }));
    expect(await tallies.run('a', { by: 1 }, contextWith())).toEqual(first);
    expect(await store.head()).toBe(3n);
  });

  test('gets the same answer even with an outdated revision', async () => {
    const first = await tallies.run('a', { by: 1 }, contextWith({ expected: -1n }));
    expect(await tallies.run('a', { by: 1 }, contextWith({ expected: -1n }))).toEqual(first);
  });

  test('with other content is a reused key', async () => {
    await tallies.run('a', { by: 1 }, contextWith());
    expect(await tallies.run('a', { by: 2 }, contextWith({ request: 'other' }))).toEqual({
      refused: [{ rule: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  test('on two streams counts as two commands', async () => {
    await tallies.run('a', { by: 1 }, contextWith());
    await tallies.run('b', { by: 1 }, contextWith());
    expect(await store.head()).toBe(2n);
  });
});

describe('events that the log cannot store', () => {
  test.each([
    ['Kari\u0000', 'FORBIDDEN_CHARACTER'],
    ['Kari\ud83d', 'FORBIDDEN_CHARACTER'],
    ['Kari Nordmann', 'VALUE_OUT_OF_RANGE'],
  ])('are a refusal, and nothing is written: %j', async (name, rule) => {
    expect(await tallies.run('a', { by: 1, name }, contextWith())).toEqual({ refused: [{ rule, at: 'by' }] });
    expect(await store.head()).toBe(0n);
  });
});

describe('concurrent commands', () => {
  const slow = (of: EventStore): EventStore => new Slow(of);

  test('all get an answer, one after another', async () => {
    const open = new Streams('tally', unbounded, slow(store), catalog, clock);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => open.run('a', { by: 1 }, contextWith({ commandId: `command ${i}` }))),
    );
    expect(answers.map((answer) => ('revision' in answer ? answer.revision : answer))).toEqual(
      Array.from({ length: 50 }, (_, i) => BigInt(i)),
    );
  });

  test('with one key and different content: one is carried out, the others are refused as a reused key', async () => {
    // Two processes: the log is the only thing they share.
    const processes = [0, 1].map(() => new Streams('tally', unbounded, slow(store), catalog, clock));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        processes[i % 2]!.run('a', { by: 1 }, contextWith({ request: `digest ${i}` })),
      ),
    );
    expect(answers.filter((answer) => 'revision' in answer)).toHaveLength(1);
    for (const answer of answers)
      if ('refused' in answer) expect(answer).toEqual({ refused: [{ rule: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect(await store.head()).toBe(1n);
  });

  test('of other processes without end: the command ends as busy, with nothing written', async () => {
    let n = 0;
    const elsewhere = new Streams('tally', unbounded, store, catalog, clock);
    const beset = new Meddling(
      store,
      () => elsewhere.run('a', { by: 1 }, contextWith({ commandId: `${(n += 1)}` })),
      true,
    );
    const running = new Streams('tally', unbounded, beset, catalog, clock).run(
      'a',
      { by: 1, name: 'late' },
      contextWith(),
    );
    await expect(running).rejects.toBeInstanceOf(StreamBusy);
    expect((await store.read('9999', 'tally-a')).filter(({ metadata }) => metadata.commandId === 'first')).toEqual([]);
  });
});

describe('another writer', () => {
  test('in between makes the command read and decide again', async () => {
    const meddling = new Meddling(store, () => tallies.run('a', { by: 2 }, contextWith({ commandId: 'meddler' })));
    expect(await open(meddling).run('a', { by: 1 }, contextWith())).toEqual({ id: 'a', revision: 2n, position: 3n });
    expect((await tallies.load('a', '9999')).state).toBe(3);
  });

  test('in between may cause a refusal', async () => {
    const meddling = new Meddling(store, () => tallies.run('a', { by: 3 }, contextWith({ commandId: 'meddler' })));
    expect(await open(meddling).run('a', { by: 1 }, contextWith())).toMatchObject({
      refused: [{ rule: 'TALLY_IS_FULL' }],
    });
  });

  test('since the user’s read makes the command outdated', async () => {
    await tallies.run('a', { by: 1 }, contextWith());
    await tallies.run('a', { by: 1 }, contextWith({ commandId: 'other' }));
    expect(await tallies.run('a', { by: 1 }, contextWith({ commandId: 'third', expected: 0n }))).toEqual({
      refused: [{ rule: 'CHANGED_SINCE_READ' }],
    });
  });
});

describe('another tenant', () => {
  test('does not see the stream, and has its own of the same name', async () => {
    await tallies.run('a', { by: 1 }, contextWith());
    expect(await tallies.load('a', '8888')).toEqual({ state: 0, revision: -1n, position: 0n });
    const theirs = { tenant: '8888', commandId: 'x' };
    expect(await tallies.run('a', { by: 2 }, contextWith(theirs))).toEqual({ id: 'a', revision: 1n, position: 3n });
    expect((await tallies.load('a', '8888')).state).toBe(2);
    expect((await tallies.load('a', '9999')).state).toBe(1);
  });
});

/** Lets another writer append between a writer's read and its first append. */
class Meddling implements EventStore {
  constructor(
    private readonly store: EventStore,
    private meddle: (() => Promise<unknown>) | undefined,
    private readonly always = false,
  ) {}
  async append(tenant: string, stream: string, expected: Expected, events: readonly [NewEvent, ...NewEvent[]]) {
    const meddle = this.meddle;
    if (!this.always) this.meddle = undefined;
    await meddle?.();
    return this.store.append(tenant, stream, expected, events);
  }
  read: EventStore['read'] = (...read) => this.store.read(...read);
  readAll: EventStore['readAll'] = (options) => this.store.readAll(options);
  subscribe: EventStore['subscribe'] = (options) => this.store.subscribe(options);
  head = () => this.store.head();
  countAfter: EventStore['countAfter'] = (...count) => this.store.countAfter(...count);
}

/** Yields to other writers between every read and append. */
class Slow implements EventStore {
  constructor(private readonly store: EventStore) {}
  append: EventStore['append'] = async (...append) => {
    await turn();
    return this.store.append(...append);
  };
  read: EventStore['read'] = async (...read) => {
    await turn();
    return this.store.read(...read);
  };
  readAll: EventStore['readAll'] = (options) => this.store.readAll(options);
  subscribe: EventStore['subscribe'] = (options) => this.store.subscribe(options);
  head = () => this.store.head();
  countAfter: EventStore['countAfter'] = (...count) => this.store.countAfter(...count);
}
