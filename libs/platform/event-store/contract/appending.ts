import { expect, test } from '@jest/globals';
import { isConflict } from '../event-store.js';
import { anEvent, appended, aStream, conflictAt, idsOf, someEvents, type Client } from './store-under-test.js';

/** What a writer may rely on. */
export function appendingContract(clients: () => readonly Client[]): void {
  const one = () => clients()[0]!.store;
  const another = () => clients()[1]!.store;

  test('begins a stream where there is none, and nowhere else', async () => {
    const stream = aStream();
    expect(await one().append(stream, 'no-stream', [anEvent()])).toMatchObject({ revision: 0n });
    expect(await one().append(stream, 'no-stream', [anEvent()])).toEqual(conflictAt(stream, 0n));
    expect(await one().read(stream)).toHaveLength(1);
  });

  test('appends at the revision that the writer states, and tells the actual one where the stream is not there', async () => {
    const stream = aStream();
    expect(await one().append(stream, 0n, [anEvent()])).toEqual(conflictAt(stream, -1n));
    await appended(one(), stream, 'no-stream', someEvents(3));
    for (const wrong of [0n, 1n, 3n, 17n])
      expect(await one().append(stream, wrong, [anEvent()])).toEqual(conflictAt(stream, 2n));
    expect(await one().append(stream, 2n, [anEvent()])).toMatchObject({ revision: 3n });
    expect(await one().read(stream)).toHaveLength(4);
  });

  test('writes all events of an append side by side in the stream, and answers where the last one stands', async () => {
    const stream = aStream();
    await appended(one(), stream, 'no-stream', [anEvent()]);
    const events = someEvents(500);
    const answer = await appended(one(), stream, 0n, events);
    const stored = await one().read(stream, 1n);
    expect(idsOf(stored)).toEqual(idsOf(events));
    expect(stored.map(({ revision }) => revision)).toEqual(events.map((_, i) => BigInt(i + 1)));
    expect(answer).toEqual({ revision: 500n, position: stored.at(-1)!.position });
  });

  test('writes nothing of several events when the stream is elsewhere', async () => {
    const stream = aStream();
    await appended(one(), stream, 'no-stream', someEvents(2));
    expect(await one().append(stream, 0n, someEvents(3))).toEqual(conflictAt(stream, 1n));
    expect(await one().read(stream)).toHaveLength(2);
  });

  test('answers the same append as the first time, and writes it once', async () => {
    const stream = aStream();
    const [first, second] = [someEvents(2), someEvents(3)];
    const begun = await appended(one(), stream, 'no-stream', first);
    const grown = await appended(one(), stream, 1n, second);
    for (const { store } of clients()) {
      expect(await store.append(stream, 'no-stream', first)).toEqual(begun);
      expect(await store.append(stream, 1n, second)).toEqual(grown);
    }
    expect(idsOf(await one().read(stream))).toEqual(idsOf([...first, ...second]));
  });

  test('takes a repeat that is only in part what was written for a conflict', async () => {
    const stream = aStream();
    const [a, b, c] = [anEvent(), anEvent(), anEvent()];
    await appended(one(), stream, 'no-stream', [a, b]);
    expect(await one().append(stream, 0n, [b, c])).toEqual(conflictAt(stream, 1n));
    expect(await one().append(stream, 'no-stream', [a, c])).toEqual(conflictAt(stream, 1n));
    expect(await one().append(stream, 'no-stream', [b, a])).toEqual(conflictAt(stream, 1n));
    expect(await one().append(stream, 'no-stream', [a, b, c])).toEqual(conflictAt(stream, 1n));
    expect(idsOf(await one().read(stream))).toEqual(idsOf([a, b]));
  });

  test('takes the same append from two clients at the same moment for one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stream = aStream();
      const events = someEvents(2);
      const [here, there] = await Promise.all([
        one().append(stream, 'no-stream', events),
        another().append(stream, 'no-stream', events),
      ]);
      expect(here).toMatchObject({ revision: 1n });
      expect(there).toEqual(here);
      expect(await one().read(stream)).toHaveLength(2);
    }
  });

  test('lets exactly one win of all who append at the same revision, and tells the others where the stream is', async () => {
    const stream = aStream();
    for (let revision = 0n; revision < 10n; revision += 1n) {
      const expected = revision === 0n ? 'no-stream' : revision - 1n;
      const contenders = Array.from({ length: 16 }, (_, i) => ({ event: anEvent(), client: i % clients().length }));
      const answers = await Promise.all(
        contenders.map(({ event, client }) => clients()[client]!.store.append(stream, expected, [event])),
      );
      const won = contenders.filter((_, i) => !isConflict(answers[i]!));
      expect(won).toHaveLength(1);
      for (const answer of answers) if (isConflict(answer)) expect(answer).toEqual(conflictAt(stream, revision));
      expect((await one().read(stream, revision)).map(({ id }) => id)).toEqual([won[0]!.event.id]);
    }
  });

  test('judges appends that come at once each by itself', async () => {
    const [begun, other] = [aStream(), aStream()];
    await appended(one(), begun, 'no-stream', [anEvent()]);
    const answers = await Promise.all([
      one().append(begun, 'no-stream', [anEvent()]),
      one().append(other, 'no-stream', someEvents(2)),
      one().append(other, 1n, [anEvent()]),
      one().append(begun, 0n, [anEvent()]),
    ]);
    expect(answers[0]).toMatchObject({ conflict: { stream: begun } });
    expect(answers.slice(1)).toMatchObject([{ revision: 1n }, { revision: 2n }, { revision: 1n }]);
  });
}
