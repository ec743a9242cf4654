import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, DatabaseError } from 'pg';
import { isConflict, NotAppendable, type Appended, type Conflict, type EventStore } from '#platform/event-store';
import {
  anEvent,
  appended,
  aStream,
  conflictAt,
  LogReader,
  someEvents,
  writeStream,
  TENANT,
} from '#platform/event-store/contract';
import { checkLog } from './check-log.js';
import { connectionConfig, EventStoreUnavailable } from './connections.js';
import { logUnderTest, named, type LogUnderTest } from './log-under-test.js';

const TEST_TIMEOUT_MS = 30_000;
let log: LogUnderTest;
beforeAll(async () => {
  log = await logUnderTest();
}, TEST_TIMEOUT_MS);
afterAll(() => log?.close(), TEST_TIMEOUT_MS);

async function sqlStateOf(statement: Promise<unknown>): Promise<string | undefined> {
  try {
    await statement;
    return undefined;
  } catch (error) {
    return error instanceof DatabaseError ? error.code : String(error);
  }
}

describe('the order of the log', () => {
  test(
    'has no gaps while four clients append, conflict and are killed, and equals the order of commits',
    async () => {
      const stores = Array.from({ length: 4 }, () => log.store());
      const reader = new LogReader(stores[0]!, 0n);
      const contested = aStream();
      await Promise.all([
        ...Array.from({ length: 32 }, (_, i) => writeStream(stores[i % 4]!, 10)),
        // The only writer of its process, and so alone in each batch.
        writeStream(log.store(), 30),
        ...Array.from({ length: 40 }, (_, i) => stores[i % 4]!.append(TENANT, contested, 'no-stream', someEvents(2))),
        ...Array.from({ length: 6 }, () => log.appendAndDie(aStream(), 'no-stream', someEvents(3))),
      ]);
      const head = await stores[0]!.head();
      await reader.reached(head);
      const seen = await reader.stop();
      expect(seen.map(({ position }) => position)).toEqual(seen.map((_, i) => BigInt(i + 1)));
      expect(seen.at(-1)!.position).toBe(head);
      for await (const fault of checkLog(log.owner)) expect(fault).toBeUndefined();
    },
    TEST_TIMEOUT_MS,
  );

  test('is kept when concurrent appends share one transaction', async () => {
    const store = log.store();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => appended(store, aStream(), 'no-stream', someEvents(2))),
    );
    const { rows } = await log.owner.query<{ transactions: string }>(
      'SELECT count(DISTINCT xmin::text) AS transactions FROM event WHERE position = ANY($1)',
      [answers.map(({ position }) => position.toString())],
    );
    expect(rows[0]!.transactions).toBe('1');
  });

  test('never goes back in time, whatever the clock', async () => {
    const store = log.store();
    const noon = new Date('2026-12-01T12:00:00.250Z');
    const stream = aStream();
    for (const [i, offset] of [0, -3_600_000, 5].entries()) {
      log.clock.set(new Date(noon.getTime() + offset));
      await appended(store, stream, i === 0 ? 'no-stream' : BigInt(i - 1), [anEvent()]);
    }
    const times = (await store.read(TENANT, stream)).map(({ recordedAt }) => recordedAt.getTime() - noon.getTime());
    expect(times).toEqual([0, 0, 5]);
  });
});

describe('a written event', () => {
  test('cannot be changed or removed by a connection of the application', async () => {
    const { position } = await appended(log.store(), aStream(), 'no-stream', [anEvent()]);
    const application = new Client(connectionConfig(log.url, 'samspill_app'));
    await application.connect();
    for (const statement of [
      `UPDATE event SET type = 'x' WHERE position = ${position}`,
      'UPDATE event_head SET one = one',
      'DELETE FROM event',
      'DELETE FROM event_head',
      'TRUNCATE event',
      'DROP TABLE event',
      'ALTER TABLE event DISABLE TRIGGER ALL',
      'CREATE TABLE of_its_own (id integer)',
    ])
      expect([statement, await sqlStateOf(application.query(statement))]).toEqual([statement, '42501']);
    await application.end();
  });

  test('cannot be changed or removed by the owner without disabling the protection first', async () => {
    for (const statement of [
      `UPDATE event SET type = 'x'`,
      'DELETE FROM event',
      'TRUNCATE event',
      'DELETE FROM event_head',
      `INSERT INTO event_head VALUES (0, '-infinity', false)`,
    ])
      expect([statement, await sqlStateOf(log.owner.query(statement))]).toEqual([statement, '42501']);
  });
});

describe('an append', () => {
  /** Two processes have both read the stream and wait for the head before either has written. */
  const bothInTheMidst = async (append: (store: EventStore) => Promise<Appended | Conflict>) => {
    const connectionString = named(log.url, 'contender');
    const [one, another] = [log.store({ connectionString }), log.store({ connectionString })];
    let answers: Promise<(Appended | Conflict)[]> | undefined;
    await log.holdingHead(async () => {
      answers = Promise.all([append(one), append(another)]);
      await log.waiting('contender', 2);
    });
    return (await answers)!;
  };

  test.each([1, 3])('of %d events conflicts with one written while it waited for the head', async (count) => {
    const stream = aStream();
    const answers = await bothInTheMidst((store) => store.append(TENANT, stream, 'no-stream', someEvents(count)));
    expect(answers.filter(isConflict)).toEqual([conflictAt(stream, BigInt(count - 1))]);
    expect(await log.store().read(TENANT, stream)).toHaveLength(count);
  });

  test.each([1, 3])('of %d events that another process wrote while it waited counts as written', async (count) => {
    const stream = aStream();
    const events = someEvents(count);
    const [one, another] = await bothInTheMidst((store) => store.append(TENANT, stream, 'no-stream', events));
    expect(one).toEqual(another);
    expect(await log.store().read(TENANT, stream)).toHaveLength(count);
  });

  test('that uses an event id of another place fails alone', async () => {
    const store = log.store();
    const used = anEvent();
    await appended(store, aStream(), 'no-stream', [used]);
    const [wrong, ...others] = await Promise.allSettled([
      store.append(TENANT, aStream(), 'no-stream', [used]),
      store.append(TENANT, aStream(), 'no-stream', [anEvent()]),
      store.append(TENANT, aStream(), 'no-stream', someEvents(2)),
    ]);
    expect(wrong).toMatchObject({ status: 'rejected', reason: { constraint: 'event_event_id' } });
    expect(others).toMatchObject([{ value: { revision: 0n } }, { value: { revision: 1n } }]);
  });

  test('is refused when its stream name would be ambiguous', async () => {
    const store = log.store();
    for (const name of ['', 'meeting-\u001f', 'meeting-\u0000'])
      await expect(store.append(TENANT, name, 'no-stream', [anEvent()])).rejects.toThrow(NotAppendable);
    await expect(store.append(TENANT, aStream(), 'no-stream', [{ ...anEvent(), type: 'a\u001fb' }])).rejects.toThrow(
      NotAppendable,
    );
  });

  test('whose connection is lost meanwhile is written once', async () => {
    const store = log.store({ connectionString: named(log.url, 'lossy') });
    let writers: ReturnType<typeof writeStream>[] = [];
    await log.holdingHead(async () => {
      writers = Array.from({ length: 8 }, () => writeStream(store, 30));
      while ((await log.waitingNow('lossy')) === 0) await pause(2);
      expect(await log.cut('lossy')).toBeGreaterThan(0);
    });
    // Connections are cut at random moments.
    for (let i = 0; i < 5; i += 1) {
      await pause(10);
      await log.cut('lossy');
    }
    for (const { stream, ids } of await Promise.all(writers))
      expect((await log.store().read(TENANT, stream)).map(({ id }) => id)).toEqual(ids);
  });

  test('finds another connection when its own was lost while nothing was written', async () => {
    const store = log.store({ connectionString: named(log.url, 'idle') });
    const stream = aStream();
    const first = await store.append(TENANT, stream, 'no-stream', [anEvent()]);
    expect(isConflict(first)).toBe(false);
    expect(await log.cut('idle')).toBeGreaterThan(0);
    expect(isConflict(await store.append(TENANT, stream, 0n, [anEvent()]))).toBe(false);
    expect(await log.cut('idle')).toBeGreaterThan(0);
    await pause(50);
    expect(isConflict(await store.append(TENANT, stream, 1n, [anEvent()]))).toBe(false);
    expect(await store.read(TENANT, stream)).toHaveLength(3);
  });

  test('fails with one clear sentence when the database remains unavailable', async () => {
    const nowhere = new URL(log.url);
    nowhere.port = '1';
    const store = log.store({ connectionString: nowhere.href, appendDeadlineMs: 100 });
    const failed = store.append(TENANT, aStream(), 'no-stream', [anEvent()]);
    await expect(failed).rejects.toThrow(EventStoreUnavailable);
    await expect(failed).rejects.toThrow(/has not answered for 0.1 s/);
  });

  test('that waits when the store is closed is written first; later ones are refused', async () => {
    const store = log.store();
    const streams = Array.from({ length: 10 }, aStream);
    const answers = Promise.all(streams.map((stream) => store.append(TENANT, stream, 'no-stream', [anEvent()])));
    await store.close();
    expect((await answers).some(isConflict)).toBe(false);
    await expect(store.append(TENANT, aStream(), 'no-stream', [anEvent()])).rejects.toThrow('closed');
  });
});

describe('a subscription', () => {
  test(
    'is notified by another process, without polling',
    async () => {
      // It polls only long after this test would time out.
      const reader = new LogReader(log.store({ pollMs: 10 * TEST_TIMEOUT_MS }), await log.store().head());
      const writer = log.store();
      await appended(writer, aStream(), 'no-stream', [anEvent()]);
      await reader.until(1);
      for (let i = 2; i <= 21; i += 1) {
        await appended(writer, aStream(), 'no-stream', [anEvent()]);
        await reader.until(i);
      }
      await reader.stop();
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'is notified by another process also where the own one had only appended before',
    async () => {
      const store = log.store({ pollMs: 10 * TEST_TIMEOUT_MS });
      await appended(store, aStream(), 'no-stream', [anEvent()]);
      // Its connection for signals is open now, and does not listen.
      await pause(200);
      const reader = new LogReader(store, await store.head());
      await pause(200);
      await appended(log.store(), aStream(), 'no-stream', [anEvent()]);
      await reader.until(1);
      await reader.stop();
    },
    TEST_TIMEOUT_MS,
  );

  test('finds events without a signal', async () => {
    const reader = new LogReader(log.store(), await log.store().head());
    await pause(50);
    await log.owner.query(`
      WITH head AS (UPDATE event_head SET position = position + 1 RETURNING position, recorded_at)
      INSERT INTO event SELECT position, 0, recorded_at, gen_random_uuid(), 1, 'meeting-silent', 'a.B', '3203', '{}', '{}' FROM head`);
    await reader.until(1);
    expect((await reader.stop())[0]).toMatchObject({ stream: 'meeting-silent' });
  });

  test('continues without a gap or a repeat when its connections are cut', async () => {
    const store = log.store({ connectionString: named(log.url, 'listener') });
    const reader = new LogReader(store, await store.head());
    const writing = writeStream(log.store(), 40, () => pause(5));
    for (let i = 0; i < 4; i += 1) {
      await pause(40);
      await log.cut('listener');
    }
    const { ids } = await writing;
    await reader.until(ids.length);
    expect((await reader.stop()).map(({ id }) => id)).toEqual(ids);
  });

  test('ends when its store is closed', async () => {
    const store = log.store();
    const reader = new LogReader(store, await store.head());
    await pause(20);
    await store.close();
    expect(await reader.stop()).toEqual([]);
  });
});
