import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { readEnvironment } from '#platform/environment';
import { InMemoryEventStore, InMemoryLog, type EventStore } from '#platform/event-store';
import { anEvent, appended, aStream, idsOf } from '#platform/event-store/contract';
import { EXIT } from '#platform/process';
import { contexts, postgresLog, type LogEngine } from '../../../composition/src/index.js';
import type { FreshDatabase } from '../../../../test/postgres.js';
import { runHere } from '../cli.examples.js';
import {
  backedUpInstallation,
  clock,
  eventsOf,
  logOf,
  rowsIn,
  running,
  silent,
  TENANT,
  writeLog,
  type BackedUpInstallation,
} from './backup.examples.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

jest.setTimeout(240_000);

const readModels = contexts.flatMap((context) => context.readModels);
let installation: BackedUpInstallation;
let origin: FreshDatabase;
let file: string;
beforeAll(async () => {
  installation = await backedUpInstallation();
  ({ origin, file } = installation);
});
afterAll(() => installation.close());

describe('the log in another engine', () => {
  const inMemory = () => new InMemoryEventStore(clock, new InMemoryLog());
  /** KurrentDB's place taken by a log in memory, which passes the same contract. */
  const engineOf =
    (log: EventStore) =>
    (database: DataSource): LogEngine => ({
      ...postgresLog(database),
      name: 'the other',
      open: () => Object.assign(Object.create(log) as EventStore, { close: () => Promise.resolve() }),
      identity: () => Promise.resolve({ engine: 'kurrentdb', name: 'samspill', origin: 'first@1' }),
    });
  const target = async (log: EventStore, from = file, signal = running) => {
    const database = await installation.empty();
    const environment = readEnvironment(installation.environmentOf(database), installation.folder);
    const done = () => restore(environment, from, { stoppedAt: clock.now(), log: engineOf(log) }, silent(signal));
    return { database, done };
  };

  test('is backed up through its port, and restored into PostgreSQL', async () => {
    const log = inMemory();
    await writeLog(log);
    const to = installation.newFile();
    const done = await backup(
      { dataSource: installation.source, readModels, events: log, clock },
      'kurrentdb',
      to,
      silent(),
    );
    expect(done.events).toBe(5);
    const database = await installation.empty();
    expect(await installation.restoreInto(database, to)).toMatchObject({ code: EXIT.ok });
    const [there, here] = [await logOf(database, eventsOf), await eventsOf(log)];
    expect(there).toEqual(here);
  });

  test('takes the log of a backup of PostgreSQL, and the policies go on there', async () => {
    const log = inMemory();
    const { database, done } = await target(log);
    await done();
    const [there, here] = [await eventsOf(log), await logOf(origin, eventsOf)];
    // The order between municipalities may be another.
    for (const tenant of [TENANT, '1577'])
      expect(idsOf(there.filter((event) => event.tenant === tenant))).toEqual(
        idsOf(here.filter((event) => event.tenant === tenant)),
      );
    expect(there).toHaveLength(here.length);
    expect(await rowsIn(database, 'event')).toEqual([]);
    expect(await rowsIn(database, 'followed_log')).toEqual(['(kurrentdb,samspill,first@1,t)']);
    const [one, two] = await rowsIn(
      database,
      `(select position from log_follower where kind = 'policy' order by name)`,
    );
    expect(two).toBe('(5)');
    const reacted = idsOf(here.slice(0, 3));
    const position = BigInt(one!.slice(1, -1));
    expect(reacted).toEqual(expect.arrayContaining(idsOf(there.filter((event) => event.position <= position))));
  });

  test('is not served while it holds a part of it, and the same restore goes on', async () => {
    const log = inMemory();
    const stopping = Object.assign(Object.create(log) as EventStore, {
      append: (...given: Parameters<EventStore['append']>) =>
        given[0] === '1577' ? Promise.reject(new Error('The machine stopped')) : log.append(...given),
    });
    const { database, done } = await target(stopping);
    await expect(done()).rejects.toThrow('The machine stopped');
    const start = await runHere(['halts'], installation.environmentOf(database));
    expect([start.code, start.err]).toEqual([
      EXIT.refusedToStart,
      expect.stringContaining('run samspill restore again'),
    ]);
    const environment = readEnvironment(installation.environmentOf(database), installation.folder);
    await restore(environment, file, { stoppedAt: clock.now(), log: engineOf(log) }, silent());
    expect(new Set(idsOf(await eventsOf(log)))).toEqual(new Set(idsOf(await logOf(origin, eventsOf))));
    expect(await runHere(['halts'], installation.environmentOf(database))).not.toMatchObject({ code: EXIT.ok });
  });

  test('is refused when it holds something else', async () => {
    const log = inMemory();
    await appended(log, aStream(), 'no-stream', [anEvent()], TENANT);
    const { done } = await target(log);
    await expect(done()).rejects.toThrow('The log in the other holds something else');
  });
});
