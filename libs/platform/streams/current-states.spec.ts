import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { EventCatalog, InMemoryEventStore, type EventStore } from '#platform/event-store';
import { eventType, SettableClock, stableId, type Decider, type EventOf } from '#platform/kernel';
import { CurrentStates } from './current-states.js';
import { StreamHandedOver } from './merger.events.js';
import { Streams } from './streams.js';

const Noted = eventType('test.Noted', 1, z.object({ word: z.string() }));
type NotesEvent = EventOf<{ Noted: typeof Noted }>;
const notes: Decider<readonly string[], { word: string }, NotesEvent, never> = {
  initialState: [],
  decide: ({ word }) => [Noted({ word })],
  evolve: (words, { data }) => [...words, data.word],
};
const TENANT = '9999';
const clock = new SettableClock(new Date('2026-11-30T10:00:00Z'));
const catalog = new EventCatalog({ Noted, StreamHandedOver });
const open = (on: EventStore) => new Streams('notes', notes, on, catalog, clock);
let commands = 0;
const note = (streams: ReturnType<typeof open>, id: string, word: string, tenant = TENANT) =>
  streams.run(id, { word }, contextOf(stableId('command', (commands += 1)), tenant));
const contextOf = (commandId: string, tenant: string) => ({
  tenant,
  actor: 'someone',
  commandId,
  request: commandId,
  correlationId: commandId,
});

test('after any writes and questions, the answer is the state of the whole stream', async () => {
  const step = fc.record({ id: fc.constantFrom('a', 'b'), writes: fc.boolean(), word: fc.string({ maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const store = new InMemoryEventStore(clock);
      const [asking, writing] = [open(store), open(store)];
      for (const { id, writes, word } of steps)
        if (writes) await note(writing, id, word);
        else expect((await asking.current(id, TENANT)).state).toEqual((await writing.load(id, TENANT)).state);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('what an acknowledged command wrote is known to the next question, and is read once', async () => {
  const store = new InMemoryEventStore(clock);
  const reads: bigint[] = [];
  const read = store.read.bind(store);
  store.read = (tenant, stream, from = 0n) => {
    reads.push(from);
    return read(tenant, stream, from);
  };
  const streams = open(store);
  await note(streams, 'a', 'one');
  await note(streams, 'a', 'two');
  await streams.current('a', TENANT);
  await note(streams, 'a', 'three');
  reads.length = 0;
  expect((await streams.current('a', TENANT)).state).toEqual(['one', 'two', 'three']);
  expect((await streams.current('a', TENANT)).state).toEqual(['one', 'two', 'three']);
  // The last known event again each time, and nothing before it.
  expect(reads).toEqual([1n, 2n]);
});

test('streams of the same name in two tenants are two', async () => {
  const streams = open(new InMemoryEventStore(clock));
  await note(streams, 'a', 'here');
  await note(streams, 'a', 'there', '9998');
  expect((await streams.current('a', TENANT)).state).toEqual(['here']);
  expect((await streams.current('a', '9998')).state).toEqual(['there']);
});

test('a stream that does not exist has the initial state, until it begins', async () => {
  const streams = open(new InMemoryEventStore(clock));
  expect(await streams.current('a', TENANT)).toEqual({ state: [], isHandedOver: false });
  await note(streams, 'a', 'one');
  expect((await streams.current('a', TENANT)).state).toEqual(['one']);
});

test('a stream that a merger has handed over says so', async () => {
  const store = new InMemoryEventStore(clock);
  const streams = open(store);
  await note(streams, 'a', 'one');
  await streams.current('a', TENANT);
  const to = { tenant: '9998', number: '9998', name: 'Nyvik' };
  const handedOver = StreamHandedOver(StreamHandedOver.schema.parse({ to, on: '2027-01-01' }));
  const metadata = { ...contextOf(stableId('merger'), TENANT), occurredAt: '2026-11-30T10:00:00.000Z' };
  await store.append(TENANT, 'notes-a', 0n, [catalog.encode(stableId('handed over'), handedOver, metadata)]);
  expect(await streams.current('a', TENANT)).toMatchObject({ state: ['one'], isHandedOver: true });
});

test('a log that was restored to an earlier state beneath the process is read anew', async () => {
  let store = new InMemoryEventStore(clock);
  const streams = open({ read: (...given: Parameters<EventStore['read']>) => store.read(...given) } as EventStore);
  const write = open({
    read: (...given: Parameters<EventStore['read']>) => store.read(...given),
    append: (...given: Parameters<EventStore['append']>) => store.append(...given),
  } as EventStore);
  for (const word of ['one', 'two', 'three']) await note(write, 'a', word);
  expect((await streams.current('a', TENANT)).state).toHaveLength(3);
  store = new InMemoryEventStore(clock);
  expect((await streams.current('a', TENANT)).state).toEqual([]);
  for (const word of ['other', 'words', 'than', 'before']) await note(write, 'a', word);
  expect((await streams.current('a', TENANT)).state).toEqual(['other', 'words', 'than', 'before']);
});

test('when the log cannot be asked, nothing is answered from memory', async () => {
  const store = new InMemoryEventStore(clock);
  const streams = open(store);
  await note(streams, 'a', 'one');
  await streams.current('a', TENANT);
  store.read = () => Promise.reject(new Error('no log'));
  await expect(streams.current('a', TENANT)).rejects.toThrow('no log');
});

test('the streams asked for longest ago are forgotten', async () => {
  const store = new InMemoryEventStore(clock);
  const streams = open(store);
  for (const id of ['a', 'b', 'c', 'a', 'b', 'c']) await note(streams, id, id);
  const reads: string[] = [];
  const states = new CurrentStates<readonly string[]>(
    {
      initialState: [],
      read: (id, tenant, from) => {
        if (from === 0n) reads.push(id);
        return store.read(tenant, `notes-${id}`, from);
      },
      foldOn: (words, events) => [...words, ...events.map(({ id }) => id)],
    },
    2,
  );
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await states.of(id, TENANT);
  expect(reads).toEqual(['a', 'b', 'c', 'b']);
});
