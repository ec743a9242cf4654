import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore, isConflict } from '#platform/event-store';
import {
  CalendarDate,
  eventType,
  MunicipalityNumber,
  SettableClock,
  stableId,
  TenantId,
  type Decider,
  type EventOf,
} from '#platform/kernel';
import { StreamHandedOver, StreamTakenOver } from './merger.events.js';
import { Streams, type CommandContext } from './streams.js';

// An example aggregate: a counter. Its own catalogue does not know the events of mergers.
const Raised = eventType('test.Raised', 1, z.object({ to: z.int() }));
type CounterEvent = EventOf<{ Raised: typeof Raised }>;
const counter: Decider<number, { raise: number }, CounterEvent, never> = {
  initialState: 0,
  decide: ({ raise }, count) => [Raised({ to: count + raise })],
  evolve: (_, { data }) => data.to,
};
const clock = new SettableClock(new Date('2020-01-01T00:00:00Z'));
const OLD = '0627';
const NEW = '3025';

let store: InMemoryEventStore;
let counters: Streams<number, { raise: number }, CounterEvent, never>;
beforeEach(() => {
  store = new InMemoryEventStore(clock);
  counters = new Streams('counter', counter, store, new EventCatalog({ Raised }), clock);
});

const contextOf = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  tenant: OLD,
  actor: 'someone',
  commandId,
  request: 'digest',
  correlationId: 'correlation',
  ...more,
});
const catalog = new EventCatalog({ StreamHandedOver, StreamTakenOver });
async function append(tenant: string, stream: string, event: Parameters<EventCatalog['encode']>[1]): Promise<void> {
  const last = (await store.read(tenant, stream)).at(-1);
  const metadata = { ...contextOf('merger'), occurredAt: clock.now().toISOString() };
  const answer = await store.append(tenant, stream, last?.revision ?? 'no-stream', [
    catalog.encode(stableId(tenant, stream, event.type), event, metadata),
  ]);
  if (isConflict(answer)) throw new Error('conflict');
}
const handOver = (stream: string) =>
  append(
    OLD,
    stream,
    StreamHandedOver({
      to: { tenant: TenantId.parse(NEW), number: MunicipalityNumber.parse(NEW), name: 'Asker' },
      on: CalendarDate.parse('2020-01-01'),
    }),
  );

describe('a stream that a merger has ended', () => {
  test('refuses every command, and writes nothing', async () => {
    await counters.run('a', { raise: 1 }, contextOf('first'));
    await handOver('counter-a');
    expect(await counters.run('a', { raise: 1 }, contextOf('second'))).toEqual({
      refused: [{ rule: 'MUNICIPALITY_MERGED' }],
    });
    expect(await store.head()).toBe(2n);
  });

  test('refuses what follows from a policy as well', async () => {
    await counters.run('a', { raise: 1 }, contextOf('first'));
    await handOver('counter-a');
    expect(await counters.run('a', { raise: 1 }, contextOf('second', { causationId: 'event' }))).toMatchObject({
      refused: [{ rule: 'MUNICIPALITY_MERGED' }],
    });
  });

  test('answers a command that was carried out before as it did then', async () => {
    const first = await counters.run('a', { raise: 1 }, contextOf('first'));
    await handOver('counter-a');
    expect(await counters.run('a', { raise: 1 }, contextOf('first'))).toEqual(first);
  });

  test('still has its state', async () => {
    await counters.run('a', { raise: 3 }, contextOf('first'));
    await handOver('counter-a');
    expect(await counters.load('a', OLD)).toMatchObject({ state: 3, revision: 1n });
  });
});

describe('a municipality that a merger has ended', () => {
  beforeEach(async () => {
    await append(
      OLD,
      `municipality-${OLD}`,
      StreamTakenOver({ from: { tenant: TenantId.parse('0001'), stream: 'x', revision: 0 } }),
    );
    await handOver(`municipality-${OLD}`);
  });

  test('begins no new streams', async () => {
    expect(await counters.run('a', { raise: 1 }, contextOf('first'))).toEqual({
      refused: [{ rule: 'MUNICIPALITY_MERGED' }],
    });
  });

  test('begins those that follow by a policy from what happened before', async () => {
    expect(await counters.run('a', { raise: 1 }, contextOf('first', { causationId: 'event' }))).toMatchObject({
      revision: 0n,
    });
  });

  test('does not stop other municipalities', async () => {
    expect(await counters.run('a', { raise: 1 }, contextOf('first', { tenant: NEW }))).toMatchObject({ revision: 0n });
  });
});

test('a stream that was taken over is decided on as if the first event were not there', async () => {
  await append(
    NEW,
    'counter-a',
    StreamTakenOver({ from: { tenant: TenantId.parse(OLD), stream: 'counter-a', revision: 4 } }),
  );
  expect(await counters.load('a', NEW)).toMatchObject({ state: 0, revision: 0n });
  expect(await counters.run('a', { raise: 2 }, contextOf('first', { tenant: NEW }))).toMatchObject({ revision: 1n });
  expect(await counters.load('a', NEW)).toMatchObject({ state: 2 });
});
