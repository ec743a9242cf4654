import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { migrate, openDatabase, PostgresReadSide } from '#platform/database';
import { EventCatalog, type EventStore } from '#platform/event-store';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { followerMigrations, Freshness, halts, followerStatuses, type FollowerNotice } from '#platform/followers';
import { isRefused, stableId, systemClock } from '#platform/kernel';
import { streamId } from '#platform/projections';
import { Streams } from '#platform/streams';
import { LogFollowers } from '#platform/worker';
import { freshDatabase, type FreshDatabase } from '../../../test/postgres.js';
import type { Policy } from './index.js';
import {
  clerk,
  CreateOwner1700000000001,
  deliverWhenSent,
  Owner,
  owners,
  postEvents,
  Reminded,
  remindWhenDelivered,
  Sent,
  type PostCommand,
  type PostEvent,
} from './post.examples.js';

jest.setTimeout(60_000);

let database: FreshDatabase;
let source: DataSource;
let events: EventStore & { close(): Promise<void> };
let streams: Record<'letter' | 'box' | 'owner', Streams<number, PostCommand, PostEvent, 'BOX_CLOSED'>>;
let freshness: Freshness;
let followers: LogFollowers;
let happened: FollowerNotice[];
const catalog = new EventCatalog(postEvents);
const bothPolicies = [deliverWhenSent, remindWhenDelivered] as readonly Policy[];

beforeEach(async () => {
  database = await freshDatabase();
  await migrate(
    database.ownerUrl,
    [...eventStoreMigrations, ...followerMigrations, CreateOwner1700000000001],
    database.logins,
  );
  source = await openDatabase({ url: database.url, entities: [Owner] });
  events = new PostgresEventStore({ connectionString: database.url, runnerUrl: database.url, clock: systemClock });
  const of = (category: string) => new Streams(category, clerk, events, catalog, systemClock);
  streams = { letter: of('letter'), box: of('box'), owner: of('owner') };
  freshness = new Freshness({
    url: database.url,
    readModels: ['owners'],
    policies: bothPolicies.map(({ name }) => name),
  });
  happened = [];
  followers = followersWith(bothPolicies);
});
afterEach(async () => {
  await followers.stop();
  await freshness.close();
  await events.close();
  await source.destroy();
  await database.drop();
});

const followersWith = (policies: readonly Policy[]) =>
  new LogFollowers({
    source,
    events,
    catalog,
    readModels: [owners],
    policies,
    streams: Object.values(streams),
    freshness,
    report: (it) => happened.push(it),
  });

const send = (id: string, ...to: string[]) => sendIn('3203', id, ...to);

async function sendIn(tenant: string, id: string, ...to: string[]): Promise<bigint> {
  const outcome = await streams.letter.run(
    id,
    { event: Sent({ to }) },
    {
      tenant,
      actor: 'someone',
      commandId: stableId('send', id),
      request: stableId(...to),
      correlationId: stableId('chain', id),
    },
  );
  if (isRefused(outcome)) throw new Error('A letter can always be sent');
  return outcome.position;
}

/** Rows of a question that the owner asks, who sees every tenant. */
async function asOwner(question: string): Promise<readonly unknown[]> {
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  try {
    return (await owner.query<Record<string, unknown>>(question)).rows;
  } finally {
    await owner.end();
  }
}

const reminders = () =>
  asOwner(`select stream, count(*)::int from event where stream like 'owner-%' group by 1 order by 1`);

describe('a policy', () => {
  test('is waited for by a read after a write, through a chain of policies up to the read model', async () => {
    followers.start();
    for (let letter = 1; letter <= 20; letter += 1) {
      const position = await send(`l${letter}`, 'kari', 'ola');
      expect(await freshness.reached(position, 25_000)).toBe(true);
      const seen: unknown = await new PostgresReadSide(source).in('3203', (manager) =>
        manager.query('select owner_id, reminders from owner order by owner_id'),
      );
      expect(seen).toEqual([
        { owner_id: 'kari', reminders: letter },
        { owner_id: 'ola', reminders: letter },
      ]);
    }
  });

  test('records the causing event and the first correlation id with the events that it appends', async () => {
    followers.start();
    await freshness.reached(await send('l1', 'kari'), 25_000);
    const [letter] = await events.read('3203', 'letter-l1');
    const [delivered] = await events.read('3203', 'box-kari');
    const [reminded] = await events.read('3203', 'owner-kari');
    expect(delivered!.tenant).toBe('3203');
    expect(delivered!.metadata).toMatchObject({
      actor: 'system:deliver-when-sent',
      causationId: letter!.id,
      correlationId: letter!.metadata.correlationId,
    });
    expect(reminded!.metadata).toMatchObject({
      causationId: delivered!.id,
      correlationId: letter!.metadata.correlationId,
    });
  });

  test('does not react to an event that a merger took over, as its predecessor has', async () => {
    const metadata = {
      commandId: stableId('taken over'),
      request: 'r',
      correlationId: 'c',
      actor: 'someone',
      occurredAt: '2019-12-01T09:00:00.000Z',
      takenOver: { tenant: '0627', recordedAt: '2019-12-01T10:00:00.000Z' },
    };
    await events.append('3025', 'letter-l1', 'no-stream', [
      catalog.encode(stableId('taken over event'), Sent({ to: ['kari'] }), metadata),
    ]);
    followers.start();
    expect(await freshness.reached(await sendIn('3025', 'l2', 'ola'), 25_000)).toBe(true);
    expect(await events.read('3025', 'box-kari')).toEqual([]);
    expect(await events.read('3025', 'box-ola')).toHaveLength(1);
  });

  test('changes nothing when it processes the log again from the beginning', async () => {
    followers.start();
    const position = await Promise.all(['a', 'b', 'c'].map((id) => send(id, 'kari', 'ola', 'kari')));
    await freshness.reached(
      position.reduce((last, each) => (each > last ? each : last)),
      5_000,
    );
    await followers.stop();
    const head = await events.head();
    const before = await reminders();
    const owner = await openDatabase({ url: database.ownerUrl, entities: [], role: 'none' });
    await owner.query(`update log_follower set position = 0 where kind = 'policy'`);
    await owner.destroy();
    followers = followersWith(bothPolicies);
    followers.start();
    await until(async () => (await followerStatuses(source)).every((each) => each.position === head));
    expect(await events.head()).toBe(head);
    expect(await reminders()).toEqual(before);
  });

  test('reports a refusal once, continues, and does not repeat the command', async () => {
    followers.start();
    expect(await freshness.reached(await send('l1', 'closed', 'ola'), 25_000)).toBe(true);
    const [letter] = await events.read('3203', 'letter-l1');
    const refusals = 'select policy, event_id, nth, tenant, stream, rules from policy_refusal';
    expect(await asOwner(refusals)).toEqual([
      {
        policy: 'deliver-when-sent',
        event_id: letter!.id,
        nth: 0,
        tenant: '3203',
        stream: 'box-closed',
        rules: ['BOX_CLOSED'],
      },
    ]);
    expect(happened.filter(({ what }) => what === 'refused')).toHaveLength(1);
    expect(await events.read('3203', 'owner-ola')).toHaveLength(1);
  });

  test('is retried alone after a fault, reported when the fault lasts, and catches up afterwards', async () => {
    let away = true;
    const flaky: Policy = {
      name: 'deliver-when-sent',
      when: {
        'post.Sent': {
          react: (event) => {
            if (away) throw new Error('Kari Nordmann lives far away');
            return deliverWhenSent.when['post.Sent']!.react(event as never);
          },
        },
      },
    };
    const other: Policy = {
      name: 'remind-when-delivered',
      when: {
        'post.Sent': { react: (event) => [{ to: 'owner', id: streamId(event), command: { event: Reminded({}) } }] },
      },
    };
    followers = followersWith([flaky, other]);
    followers.start();
    await send('l1', 'kari');
    await send('l2', 'kari');
    await until(async () => (await events.read('3203', 'owner-l2')).length === 1);
    await until(async () => (await halts(source)).length > 0);
    expect((await halts(source))[0]).toMatchObject({
      name: 'deliver-when-sent',
      tenant: '3203',
      position: 1n,
      failure: expect.stringMatching(/^Error at policies\.spec\.ts:\d+$/),
    });
    expect(await freshness.reached(2n, 25_000)).toBe(true);
    away = false;
    await until(async () => (await events.read('3203', 'box-kari')).length === 2);
    await until(async () => (await halts(source)).length === 0);
    expect(await events.read('3203', 'owner-l1')).toHaveLength(1);
  });

  test('that cannot handle an event stops for that tenant only, until an operator passes the event over', async () => {
    const choosy: Policy = {
      name: 'deliver-when-sent',
      when: {
        'post.Sent': {
          react: (event) => {
            if (streamId(event) === 'bad') throw new Error('Kari Nordmann lives far away');
            return deliverWhenSent.when['post.Sent']!.react(event as never);
          },
        },
      },
    };
    followers = followersWith([choosy, remindWhenDelivered]);
    followers.start();
    const bad = await sendIn('3203', 'bad', 'kari');
    await sendIn('3203', 'after', 'kari');
    const other = await sendIn('0301', 'other', 'ola');
    expect(await freshness.seen(other, 25_000, '0301')).toBe('reached');
    expect(await freshness.seen(other, 25_000, '3203')).toBe('halted');
    expect(await events.read('0301', 'box-ola')).toHaveLength(1);
    expect(await events.read('3203', 'box-kari')).toHaveLength(0);
    const [stays] = await halts(source);
    expect(stays).toMatchObject({ kind: 'policy', tenant: '3203', position: bad, type: 'post.Sent' });
    await followers.stop();
    const owner = await openDatabase({ url: database.ownerUrl, entities: [], role: 'none' });
    await owner.query(
      `insert into passed_over values ('it', '3203', 'policy', 'deliver-when-sent', $1, 'lives far away', 1)`,
      [stays!.eventId],
    );
    await owner.destroy();
    followers = followersWith([choosy, remindWhenDelivered]);
    followers.start();
    await until(async () => (await halts(source)).length === 0);
    expect((await events.read('3203', 'box-kari')).map(({ metadata }) => metadata.causationId)).toEqual([
      (await events.read('3203', 'letter-after'))[0]!.id,
    ]);
    expect(await freshness.seen(await events.head(), 25_000, '3203')).toBe('reached');
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}
