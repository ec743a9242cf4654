import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { migrate, proofOf, TenantNotProven } from '#platform/database';
import type { StoredEvent } from '#platform/event-store';
import { anEvent, appended, aStream, OTHER_TENANT, someEvents, TENANT } from '#platform/event-store/contract';
import { systemClock } from '#platform/kernel';
import { freshDatabase, type FreshDatabase } from '../../../test/postgres.js';
import { checkLog } from './check-log.js';
import { eventStoreMigrations, PostgresEventStore } from './index.js';

// SQL in a process of the API sees and writes only the events of the tenant that the process proves.

let database: FreshDatabase;
let owner: Pool;
let api: PostgresEventStore;
let worker: PostgresEventStore;
let stream: string;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.ownerUrl, eventStoreMigrations, database.logins);
  owner = new Pool({ connectionString: database.ownerUrl, max: 1 });
  // Dropping the database may terminate a connection that is closing.
  owner.on('error', () => undefined);
  const { DATABASE_URL_API, DATABASE_URL_WORKER: runnerUrl } = database.environment;
  api = new PostgresEventStore({ connectionString: DATABASE_URL_API, clock: systemClock });
  worker = new PostgresEventStore({ connectionString: runnerUrl, runnerUrl, clock: systemClock });
});
afterAll(async () => {
  await Promise.all([api.close(), worker.close(), owner.end()]);
  await database.drop();
});

/** Two tenants get a stream of the same name, with three events and with two. */
beforeEach(async () => {
  stream = aStream();
  await appended(api, stream, 'no-stream', someEvents(3));
  await api.append(OTHER_TENANT, stream, 'no-stream', someEvents(2));
});

const head = async () => (await owner.query<{ position: string }>('select position from event_head')).rows[0]!.position;

async function everything(pages: AsyncIterable<readonly StoredEvent[]>): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const page of pages) events.push(...page);
  return events;
}

describe('the store of a process that serves requests', () => {
  test('reads one tenant at a time, and never the whole log', async () => {
    const own = await everything(api.readAll({ tenant: TENANT, after: 0n }));
    expect(new Set(own.map(({ tenant }) => tenant))).toEqual(new Set([TENANT]));
    await expect(everything(api.readAll({ after: 0n }))).rejects.toThrow('one tenant at a time');
    expect((await everything(worker.readAll({ after: 0n }))).length).toBeGreaterThan(own.length);
  });

  test('writes appends of two tenants in one transaction', async () => {
    const streams = Array.from({ length: 20 }, aStream);
    await Promise.all(
      streams.map((name, i) => api.append(i % 2 ? TENANT : OTHER_TENANT, name, 'no-stream', someEvents(2))),
    );
    const { rows } = await owner.query<{ tenants: string }>(
      'select count(distinct tenant) as tenants from event where stream = any($1) group by xmin::text order by 1 desc limit 1',
      [streams],
    );
    expect(rows[0]!.tenants).toBe('2');
  });

  test('reports a proof that the database does not accept, instead of a stream that does not exist', async () => {
    const { rows } = await owner.query('delete from login_key where login = $1 returning *', ['samspill_api']);
    try {
      await expect(api.read(TENANT, stream)).rejects.toBeInstanceOf(TenantNotProven);
      await expect(api.read(TENANT, aStream())).rejects.toBeInstanceOf(TenantNotProven);
      await expect(everything(api.readAll({ tenant: TENANT, after: 0n }))).rejects.toBeInstanceOf(TenantNotProven);
      await expect(api.append(TENANT, stream, 2n, [anEvent()])).rejects.toBeInstanceOf(TenantNotProven);
      await expect(api.append(TENANT, stream, 2n, someEvents(2))).rejects.toBeInstanceOf(TenantNotProven);
    } finally {
      const { login, inner_pad, outer_pad } = rows[0] as Record<string, unknown>;
      await owner.query('insert into login_key values ($1, $2, $3)', [login, inner_pad, outer_pad]);
    }
    expect(await api.read(TENANT, stream)).toHaveLength(3);
  });
});

describe('SQL in a session of the API', () => {
  let session: Client & { readonly processID: number };
  beforeAll(async () => {
    session = new Client(database.environment.DATABASE_URL_API) as typeof session;
    await session.connect();
  });
  afterAll(() => session.end());

  const proof = (tenant: string) => proofOf(database.environment.DATABASE_URL_API, tenant, session.processID);
  const prove = (tenant: string) =>
    session.query(`select set_config('samspill.tenant', $1, true), set_config('samspill.proof', $2, true)`, [
      tenant,
      proof(tenant),
    ]);
  const inTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await session.query('begin');
    try {
      return await work();
    } finally {
      await session.query('rollback');
    }
  };
  /** `done`, or the code of the error. */
  const answerTo = (text: string, values: readonly unknown[] = []): Promise<string> =>
    session.query(text, [...values]).then(
      () => 'done',
      (fault: { readonly code: string }) => fault.code,
    );
  const DENIED = '42501';
  const NOT_PROVEN = '28000';

  test.each([
    'select from event',
    'copy event to stdout',
    'copy (select * from event) to stdout',
    'select from event where position > 0 order by position',
    `select from event as it join event as other using (position)`,
  ])('finds nothing without a tenant: %s', async (statement) => {
    for (const before of ['select', 'set role none', `set samspill.tenant = '${OTHER_TENANT}'`, 'reset all'])
      await inTransaction(async () => {
        await session.query(before);
        expect((await session.query(statement)).rowCount).toBe(0);
      });
  });

  test('finds the events of the tenant that is proven, and no other', async () => {
    await inTransaction(async () => {
      await prove(TENANT);
      const { rows } = await session.query<{ tenant: string; events: string }>(
        'select tenant, count(*) as events from event where stream = $1 group by tenant',
        [stream],
      );
      expect(rows).toEqual([{ tenant: TENANT, events: '3' }]);
      expect((await session.query(`copy (select from event where tenant <> '${TENANT}') to stdout`)).rowCount).toBe(0);
    });
  });

  test('reads no stream without the proof of its tenant', async () => {
    const read = 'select from tenant_stream($1, $2, $3, 0)';
    expect((await session.query(read, [TENANT, proof(TENANT), stream])).rowCount).toBe(3);
    for (const wrong of [proof(TENANT), '', null])
      expect(await answerTo(read, [OTHER_TENANT, wrong, stream])).toBe(NOT_PROVEN);
  });

  test('writes no event but through the functions, and changes no position', async () => {
    for (const statement of [
      `insert into event values (1, 0, now(), gen_random_uuid(), 1, 'a', 'b', '3203', '{}', '{}')`,
      'update event_head set position = 0',
      `select session_proof('3203', '', '')`,
      'select refuse_unproven()',
      `insert into event_head values (0, now(), false)`,
    ])
      expect([statement, await answerTo(statement)]).toEqual([statement, DENIED]);
  });

  const APPEND_ONE = `select append_event($1, $2, $3, $4, $5, 1, 'a.B', '{}', '{}', now()) as position`;

  test('appends no event to a tenant that it does not prove, and does not learn how far its stream is', async () => {
    const before = await head();
    for (const expected of [-1, 0, 1, 2])
      for (const wrong of [proof(TENANT), '', null])
        expect(await answerTo(APPEND_ONE, [OTHER_TENANT, wrong, stream, expected, randomUUID()])).toBe(NOT_PROVEN);
    expect(await head()).toBe(before);
  });

  interface Batch {
    readonly proven: readonly string[];
    readonly proofs: readonly (string | null)[];
    /** Tenants of the appends, by their numbers among the proven ones. */
    readonly tenants: readonly number[];
    readonly sizes: readonly (number | null)[];
    /** Each event as the number of its append and its place within it: `1.1 1.2`. */
    readonly events: string;
  }

  /** A batch of one append of one event to a new stream of the tenant, unless `changed` says otherwise. */
  const appendBatch = (changed: Partial<Batch> = {}) => {
    const { proven, proofs, tenants, sizes, events }: Batch = {
      ...{ proven: [TENANT], proofs: [proof(TENANT)], tenants: [1], sizes: [1], events: '1.1' },
      ...changed,
    };
    const lines = events.split(' ').map((event) => event.split('.'));
    const list = (texts: readonly string[]) => texts.join('\u001f');
    return answerTo('select * from append_events($1, $2, now(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)', [
      ...[proven, proofs],
      ...[tenants, list(tenants.map(aStream)), tenants.map(() => -1), sizes],
      ...[lines.map(([append]) => append), lines.map(([, nth]) => nth)],
      ...[lines.map(() => randomUUID()), lines.map(() => 1)],
      ...[list(lines.map(() => 'a.B')), list(lines.map(() => '{}'))],
    ]);
  };

  test('appends no batch with a tenant that it does not prove', async () => {
    const before = await head();
    const both = [TENANT, OTHER_TENANT];
    for (const [proven, proofs] of [
      [[OTHER_TENANT], [proof(TENANT)]],
      [[OTHER_TENANT], [null]],
      [[OTHER_TENANT], []],
      [both, [proof(TENANT), proof(TENANT)]],
      [both, [proof(TENANT), null]],
      [both, [proof(TENANT)]],
      [[], []],
    ] as const) {
      expect(await appendBatch({ proven, proofs })).toBe(NOT_PROVEN);
      expect(await appendBatch({ proven, proofs, tenants: [2] })).toBe(NOT_PROVEN);
    }
    expect(await head()).toBe(before);
    expect(await appendBatch({ proven: both, proofs: both.map(proof), tenants: [2] })).toBe('done');
  });

  test('appends no event to a tenant that is not among the proven ones', async () => {
    const before = await head();
    const MISSING = '23502';
    for (const number of [0, 2, -1]) expect(await appendBatch({ tenants: [number] })).toBe(MISSING);
    expect(await head()).toBe(before);
  });

  test('leaves no gap in the log or in a stream, whatever it says of the sizes of its appends', async () => {
    const before = await head();
    const WRONG_SIZES = '22000';
    const TAKEN = '23505';
    for (const sizes of [[0], [2], [-1]]) expect(await appendBatch({ sizes })).toBe(WRONG_SIZES);
    for (const events of ['1.0', '1.2', '2.1', '0.1']) expect(await appendBatch({ events })).toBe(WRONG_SIZES);
    const two = { tenants: [1, 1], sizes: [2, 1] };
    expect(await appendBatch({ ...two, events: '1.1 1.2' })).toBe(WRONG_SIZES);
    expect(await appendBatch({ ...two, sizes: [3, -2], events: '1.1 1.2 1.3' })).toBe(WRONG_SIZES);
    expect(await appendBatch({ ...two, sizes: [1, null], events: '1.1' })).toBe(WRONG_SIZES);
    expect(await appendBatch({ ...two, events: '1.1 1.1 2.1' })).toBe(TAKEN);
    expect(await head()).toBe(before);
    expect(await appendBatch({ ...two, events: '2.1 1.2 1.1' })).toBe('done');
    for await (const fault of checkLog(owner)) expect(fault).toBeUndefined();
  });

  test('learns from a key that is taken nothing of another tenant', async () => {
    const [theirs] = await worker.read(OTHER_TENANT, stream);
    // The other tenant's event id and stream name are free here.
    expect(await answerTo(APPEND_ONE, [TENANT, proof(TENANT), aStream(), -1, theirs!.id])).toBe('done');
    const own = session.query(APPEND_ONE, [TENANT, proof(TENANT), aStream(), -1, theirs!.id]);
    await expect(own).rejects.toMatchObject({ code: '23505', detail: expect.not.stringContaining(OTHER_TENANT) });
  });
});

test('the worker as samspill_runner, and operators, see every tenant', async () => {
  for (const [login, role] of [
    ['DATABASE_URL_WORKER', 'samspill_runner'],
    ['DATABASE_URL_OPERATOR', 'samspill_operator'],
  ] as const) {
    const session = new Client(database.environment[login]);
    await session.connect();
    await session.query(`set role ${role}`);
    const { rows } = await session.query('select distinct tenant from event order by 1');
    await session.end();
    expect(rows).toEqual([TENANT, OTHER_TENANT].toSorted().map((tenant) => ({ tenant })));
  }
});
