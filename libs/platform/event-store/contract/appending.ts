import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { isConflict, type NewEvent } from '../event-store.js';
import { NotAppendable } from '../not-appendable.js';
import {
  anEvent,
  appended,
  aStream,
  conflictAt,
  idsOf,
  someEvents,
  type Client,
  OTHER_TENANT,
  TENANT,
} from './store-under-test.js';

/** Guarantees for writers. */
export function appendingContract(clients: () => readonly Client[]): void {
  const one = () => clients()[0]!.store;
  const another = () => clients()[1]!.store;

  test('begins a stream only where there is none', async () => {
    const stream = aStream();
    expect(await one().append(TENANT, stream, 'no-stream', [anEvent()])).toMatchObject({ revision: 0n });
    expect(await one().append(TENANT, stream, 'no-stream', [anEvent()])).toEqual(conflictAt(stream, 0n));
    expect(await one().read(TENANT, stream)).toHaveLength(1);
  });

  test('appends at the stated revision, and otherwise reports the actual one', async () => {
    const stream = aStream();
    expect(await one().append(TENANT, stream, 0n, [anEvent()])).toEqual(conflictAt(stream, -1n));
    await appended(one(), stream, 'no-stream', someEvents(3));
    for (const wrong of [0n, 1n, 3n, 17n])
      expect(await one().append(TENANT, stream, wrong, [anEvent()])).toEqual(conflictAt(stream, 2n));
    expect(await one().append(TENANT, stream, 2n, [anEvent()])).toMatchObject({ revision: 3n });
    expect(await one().read(TENANT, stream)).toHaveLength(4);
  });

  test('writes all events of an append consecutively, and answers the position of the last one', async () => {
    const stream = aStream();
    await appended(one(), stream, 'no-stream', [anEvent()]);
    const events = someEvents(500);
    const answer = await appended(one(), stream, 0n, events);
    const stored = await one().read(TENANT, stream, 1n);
    expect(idsOf(stored)).toEqual(idsOf(events));
    expect(stored.map(({ revision }) => revision)).toEqual(events.map((_, i) => BigInt(i + 1)));
    expect(answer).toEqual({ revision: 500n, position: stored.at(-1)!.position });
  });

  test('writes none of several events when the stream is at another revision', async () => {
    const stream = aStream();
    await appended(one(), stream, 'no-stream', someEvents(2));
    expect(await one().append(TENANT, stream, 0n, someEvents(3))).toEqual(conflictAt(stream, 1n));
    expect(await one().read(TENANT, stream)).toHaveLength(2);
  });

  test('gives the same answer to a repeated append, and writes it once', async () => {
    const stream = aStream();
    const [first, second] = [someEvents(2), someEvents(3)];
    const begun = await appended(one(), stream, 'no-stream', first);
    const grown = await appended(one(), stream, 1n, second);
    for (const { store } of clients()) {
      expect(await store.append(TENANT, stream, 'no-stream', first)).toEqual(begun);
      expect(await store.append(TENANT, stream, 1n, second)).toEqual(grown);
    }
    expect(idsOf(await one().read(TENANT, stream))).toEqual(idsOf([...first, ...second]));
  });

  test('treats a partly equal repeat as a conflict', async () => {
    const stream = aStream();
    const [a, b, c] = [anEvent(), anEvent(), anEvent()];
    await appended(one(), stream, 'no-stream', [a, b]);
    expect(await one().append(TENANT, stream, 0n, [b, c])).toEqual(conflictAt(stream, 1n));
    expect(await one().append(TENANT, stream, 'no-stream', [a, c])).toEqual(conflictAt(stream, 1n));
    expect(await one().append(TENANT, stream, 'no-stream', [b, a])).toEqual(conflictAt(stream, 1n));
    expect(await one().append(TENANT, stream, 'no-stream', [a, b, c])).toEqual(conflictAt(stream, 1n));
    expect(idsOf(await one().read(TENANT, stream))).toEqual(idsOf([a, b]));
  });

  const unreadable: readonly (readonly [what: string, at: string, data: unknown])[] = [
    ['U+0000 in a text', 'people.1.name', { people: [{ name: 'Ola' }, { name: 'Kari\u0000' }] }],
    ['U+0000 in a name of a field', '', { 'navn\u0000': 'Kari' }],
    ['half of a surrogate pair', 'name', { name: 'Kari \ud83d' }],
    ['the other half', 'name', { name: '\ude00 Kari' }],
    ['a number that JSON has no text for', 'count', { count: Number.POSITIVE_INFINITY }],
  ];
  test.each(unreadable)('refuses %s, and writes no event of the append', async (_, at, data) => {
    const stream = aStream();
    const refusal = await one()
      .append(TENANT, stream, 'no-stream', [anEvent(), anEvent(data)])
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NotAppendable);
    expect((refusal as NotAppendable).broken).toMatchObject([{ at }]);
    expect(await one().read(TENANT, stream)).toEqual([]);
  });

  test('has no stream under a name that no engine can store, and begins none', async () => {
    for (const name of ['meeting-\u0000', 'meeting-\ud83d', '']) {
      expect(await one().read(TENANT, name)).toEqual([]);
      await expect(one().append(TENANT, name, 'no-stream', [anEvent()])).rejects.toBeInstanceOf(NotAppendable);
    }
  });

  test('keeps the streams of two tenants apart that hold the same unit', async () => {
    const stream = aStream();
    const [ours, theirs] = [someEvents(2), someEvents(3)];
    await appended(one(), stream, 'no-stream', ours);
    expect(await one().append(OTHER_TENANT, stream, 1n, theirs)).toEqual(conflictAt(stream, -1n));
    await appended(another(), stream, 'no-stream', theirs, OTHER_TENANT);
    for (const { store } of clients()) {
      expect(idsOf(await store.read(TENANT, stream))).toEqual(idsOf(ours));
      const stored = await store.read(OTHER_TENANT, stream);
      expect(stored.map(({ id, tenant, revision }) => ({ id, tenant, revision }))).toEqual(
        theirs.map(({ id }, i) => ({ id, tenant: OTHER_TENANT, revision: BigInt(i) })),
      );
    }
  });

  test('lets two tenants write events of the same ids, which say nothing of each other', async () => {
    const stream = aStream();
    const event = anEvent({ whose: 'one' });
    await appended(one(), stream, 'no-stream', [event]);
    const other = { ...event, data: { whose: 'the other' } };
    expect(await another().append(OTHER_TENANT, stream, 'no-stream', [other])).toMatchObject({ revision: 0n });
    expect(await one().read(OTHER_TENANT, stream)).toMatchObject([other]);
    expect(await one().read(TENANT, stream)).toMatchObject([event]);
  });

  test.each(['', 'abc', '3203-', 'a tenant', '3203/3205', '\u001f320'])('knows no tenant %j', async (tenant) => {
    const stream = aStream();
    expect(await one().read(tenant, stream)).toEqual([]);
    await expect(one().append(tenant, stream, 'no-stream', [anEvent()])).rejects.toBeInstanceOf(NotAppendable);
  });

  const differing: readonly (readonly [what: string, change: (event: NewEvent) => NewEvent])[] = [
    ['data', (event) => ({ ...event, data: { agenda: 'Noe annet' } })],
    ['a type', (event) => ({ ...event, type: 'meetings.OtherTried' })],
    ['a schema version', (event) => ({ ...event, schemaVersion: 2 })],
    ['a request', (event) => ({ ...event, metadata: { ...event.metadata, request: 'f00dcafe' } })],
  ];
  test.each(differing)('treats the same event ids with other content as a conflict: %s', async (_, change) => {
    const stream = aStream();
    const event = anEvent();
    await appended(one(), stream, 'no-stream', [event]);
    for (const { store } of clients())
      expect(await store.append(TENANT, stream, 'no-stream', [change(event)])).toEqual(conflictAt(stream, 0n));
    const [kept, ...more] = await one().read(TENANT, stream);
    expect(kept).toMatchObject(event);
    expect(more).toEqual([]);
  });

  test('treats equal content with another time and request id as a repeat', async () => {
    const stream = aStream();
    const event = anEvent();
    const first = await appended(one(), stream, 'no-stream', [event]);
    const later = { ...event.metadata, occurredAt: '2026-11-22T09:31:00.000Z', correlationId: randomUUID() };
    expect(await another().append(TENANT, stream, 'no-stream', [{ ...event, metadata: later }])).toEqual(first);
    expect(await one().read(TENANT, stream)).toHaveLength(1);
  });

  test('acknowledges at most one of several concurrent appends with the same ids and different content', async () => {
    const stream = aStream();
    const { id, ...rest } = anEvent();
    const contenders = Array.from({ length: 50 }, (_, i) => ({ ...rest, id, data: { name: `Tjeneste ${i}` } }));
    const answers = await Promise.all(
      contenders.map((event, i) => clients()[i % clients().length]!.store.append(TENANT, stream, 'no-stream', [event])),
    );
    const acknowledged = contenders.filter((_, i) => !isConflict(answers[i]!));
    expect(acknowledged).toHaveLength(1);
    expect((await one().read(TENANT, stream)).map(({ data }) => data)).toEqual([acknowledged[0]!.data]);
  });

  test('treats the same append from two clients at the same moment as one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stream = aStream();
      const events = someEvents(2);
      const [here, there] = await Promise.all([
        one().append(TENANT, stream, 'no-stream', events),
        another().append(TENANT, stream, 'no-stream', events),
      ]);
      expect(here).toMatchObject({ revision: 1n });
      expect(there).toEqual(here);
      expect(await one().read(TENANT, stream)).toHaveLength(2);
    }
  });

  test('accepts exactly one of all appends at the same revision, and reports the stream’s revision to the others', async () => {
    const stream = aStream();
    for (let revision = 0n; revision < 10n; revision += 1n) {
      const expected = revision === 0n ? 'no-stream' : revision - 1n;
      const contenders = Array.from({ length: 16 }, (_, i) => ({ event: anEvent(), client: i % clients().length }));
      const answers = await Promise.all(
        contenders.map(({ event, client }) => clients()[client]!.store.append(TENANT, stream, expected, [event])),
      );
      const won = contenders.filter((_, i) => !isConflict(answers[i]!));
      expect(won).toHaveLength(1);
      for (const answer of answers) if (isConflict(answer)) expect(answer).toEqual(conflictAt(stream, revision));
      expect((await one().read(TENANT, stream, revision)).map(({ id }) => id)).toEqual([won[0]!.event.id]);
    }
  });

  test('decides concurrent appends independently of each other', async () => {
    const [begun, other] = [aStream(), aStream()];
    await appended(one(), begun, 'no-stream', [anEvent()]);
    const answers = await Promise.all([
      one().append(TENANT, begun, 'no-stream', [anEvent()]),
      one().append(TENANT, other, 'no-stream', someEvents(2)),
      one().append(TENANT, other, 1n, [anEvent()]),
      one().append(TENANT, begun, 0n, [anEvent()]),
    ]);
    expect(answers[0]).toMatchObject({ conflict: { stream: begun } });
    expect(answers.slice(1)).toMatchObject([{ revision: 1n }, { revision: 2n }, { revision: 1n }]);
  });
}
