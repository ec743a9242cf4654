import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { StartRefused } from '#platform/environment';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { followerMigrations } from '#platform/followers';
import { systemClock } from '#platform/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../test/postgres.js';
import {
  checkLogin,
  dedicatedConnection,
  expectProof,
  migrate,
  openDatabase,
  PostgresReadSide,
  proofOf,
  TenantNotProven,
  tenantTable,
  type LoginKind,
} from './index.js';

// The rights of each login when someone runs SQL of their own with it, whatever the connection's start-up options were.

class MakeNotes1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table note (note_id text primary key, tenant text not null); ${tenantTable('note')}
      create table draft (draft_id text not null, tenant text not null, primary key (tenant, draft_id)); ${tenantTable('draft', 'application')}
      insert into note values ('a', '3203')`);
  }
  async down(): Promise<void> {}
}

let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(
    database.ownerUrl,
    [...eventStoreMigrations, ...followerMigrations, MakeNotes1700000000001],
    database.logins,
  );
  owner = new Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const urlOf = (kind: LoginKind) => database.environment[`DATABASE_URL_${kind.toUpperCase() as Uppercase<LoginKind>}`];

/** Answer to statements of a session of this login: `done`, or the code of the error. */
async function answerTo(kind: LoginKind, ...statements: readonly string[]): Promise<string> {
  const client = new Client(urlOf(kind));
  await client.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    return 'done';
  } catch (fault) {
    return (fault as { code: string }).code;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

const DENIED = '42501';
const AN_EVENT = `insert into event (position, revision, recorded_at, event_id, schema_version, stream, type, tenant, data, metadata)
  values (1, 0, now(), gen_random_uuid(), 1, 'a', 'b', '3203', '{}', '{}')`;
const A_NOTE = `insert into note values ('b', '3203')`;
const MAY: readonly (readonly [string, string, readonly LoginKind[]])[] = [
  ['append to the log', AN_EVENT, []],
  // The events of a tenant that is proven: tenant-access.spec.ts of the log.
  ['read the log', 'select from event', ['api', 'worker', 'operator']],
  ['move the end of the log', 'update event_head set position = 0', []],
  ['change an event', `update event set stream = 'x'`, []],
  ['delete events', 'delete from event', []],
  ['empty the log', 'truncate event', []],
  ['write a read model', A_NOTE, ['worker', 'operator']],
  ['delete from a read model', 'delete from note', ['worker', 'operator']],
  ['move a follower', `update log_follower set position = 0`, ['worker', 'operator']],
  ['see where followers are', 'select from log_follower', ['api', 'worker', 'operator']],
  ['rebuild a read model', `select rebuild_create('note')`, ['worker', 'operator']],
  ['make a table', 'create table own (id int)', []],
  ['make a temporary table', 'create temporary table own (id int)', ['worker', 'operator']],
  ['drop a table', 'drop table note', []],
  ['change the rules of a table', 'alter table note no force row level security', []],
  ['make a login', 'create role another login', []],
  ['let itself in', 'grant samspill_runner to samspill_api', []],
  ['read passwords', 'select rolpassword from pg_authid', []],
];
const KINDS = ['api', 'worker', 'operator'] as const;

describe.each(MAY)('to %s', (_, statement, allowed) => {
  test.each(KINDS)('is allowed or refused to the login %s', async (kind) => {
    const wanted = allowed.includes(kind) ? 'done' : DENIED;
    expect(await answerTo(kind, statement)).toBe(wanted);
    // The login has the rights of its groups in any case: leaving a role gives nothing more.
    expect(await answerTo(kind, 'set role none', statement)).toBe(wanted);
    expect(await answerTo(kind, 'reset role', 'reset session authorization', statement)).toBe(wanted);
  });
});

describe('nobody becomes another', () => {
  test.each([
    ['api', ['samspill_runner', 'samspill_operator', 'samspill_worker', 'samspill_operations', 'samspill']],
    ['worker', ['samspill_operator', 'samspill_api', 'samspill_operations', 'samspill']],
    ['operator', ['samspill_app', 'samspill_api', 'samspill_worker', 'samspill']],
  ] as const)('by the login %s', async (kind, others) => {
    for (const other of others) expect(await answerTo(kind, `set role ${other}`)).toBe(DENIED);
    for (const other of others) expect(await answerTo(kind, `set session authorization ${other}`)).toBe(DENIED);
  });

  test('and the API sees no row without a tenant, whatever role it takes', async () => {
    const client = new Client(urlOf('api'));
    await client.connect();
    for (const role of ['none', 'samspill_app'])
      expect((await client.query(`set role ${role}`)) && (await client.query('select * from note')).rows).toEqual([]);
    await client.end();
  });
});

describe('a connection checks who it is when it is opened', () => {
  const REFUSED = { name: 'StartRefused' };

  test('in every way of opening one', async () => {
    const url = database.ownerUrl;
    await expect(dedicatedConnection(url, 'samspill_app')).rejects.toMatchObject(REFUSED);
    await expect(openDatabase({ url, entities: [] })).rejects.toMatchObject(REFUSED);
    const log = new PostgresEventStore({ connectionString: url, clock: systemClock });
    await expect(log.head()).rejects.toMatchObject(REFUSED);
    await log.close();
  });

  test.each(KINDS)('and the login %s is accepted as such, and as no other', async (kind) => {
    await checkLogin(urlOf(kind), 'DATABASE_URL', kind);
    for (const other of KINDS.filter((each) => each !== kind))
      await expect(checkLogin(urlOf(kind), 'DATABASE_URL', other)).rejects.toMatchObject({
        ...REFUSED,
        message: expect.stringMatching(
          /^The login samspill_\w+ in DATABASE_URL_[A-Z]+ is a member of .* no other: .*\.$/,
        ),
      });
  });

  test.each([
    ['superuser', 'is a superuser, or may bypass row-level security'],
    ['bypassrls', 'is a superuser, or may bypass row-level security'],
    ['createrole', 'is a superuser, or may bypass row-level security or make roles'],
    ['in role samspill_runner', 'is a member of samspill_app and samspill_runner'],
    ['in role pg_read_all_data', 'is a member of pg_read_all_data and samspill_app'],
    ['in role samspill_test_owner', "owns Samspill's database or may become its owner"],
  ])('and a login that is %s is refused in one sentence', async (attribute, because) => {
    await owner.query(`create role samspill_test_owner; alter table schema_migration owner to samspill_test_owner`);
    await owner.query(`create role samspill_test login password 'x' in role samspill_app`);
    await owner.query(
      attribute.startsWith('in role')
        ? `grant ${attribute.slice('in role '.length)} to samspill_test`
        : `alter role samspill_test ${attribute}`,
    );
    const url = new URL(urlOf('api'));
    url.username = 'samspill_test';
    const answer = await checkLogin(url.href, 'DATABASE_URL_API', 'api').catch((fault: Error) => fault);
    await owner.query(`alter table schema_migration owner to current_user`);
    await owner.query('drop role samspill_test; drop role samspill_test_owner');
    expect(answer).toMatchObject(REFUSED);
    expect((answer as Error).message).toContain(`The login samspill_test in DATABASE_URL_API ${because}`);
    expect((answer as Error).message.split('\n')).toHaveLength(1);
  });

  test('and an address that cannot be reached is named by its variable, without the password', async () => {
    const url = new URL(urlOf('api'));
    url.password = 'not-this-one';
    await expect(checkLogin(url.href, 'DATABASE_URL_API', 'api')).rejects.toMatchObject({
      message: `The database at ${url.host} cannot be reached (the password is wrong): see to it, or correct DATABASE_URL_API.`,
    });
  });
});

describe('SQL of an attacker in a session of the API', () => {
  let app: Client & { readonly processID: number };
  beforeAll(async () => {
    app = new Client(urlOf('api')) as typeof app;
    await app.connect();
  });
  afterAll(() => app.end());

  /** Number of notes seen by a transaction whose settings are these. */
  async function notesSeen(tenant: string | null, proof: string | null): Promise<number> {
    await app.query('begin');
    try {
      if (tenant !== null) await app.query(`select set_config('samspill.tenant', $1, true)`, [tenant]);
      if (proof !== null) await app.query(`select set_config('samspill.proof', $1, true)`, [proof]);
      return (await app.query('select from note')).rowCount!;
    } finally {
      await app.query('rollback');
    }
  }
  const proven = (tenant: string, processId = app.processID, kind: LoginKind = 'api') =>
    proofOf(urlOf(kind), tenant, processId);

  test('sees the tenant that the process has proven', async () => {
    expect(await notesSeen('3203', proven('3203'))).toBe(1);
    expect(await notesSeen('0301', proven('0301'))).toBe(0);
  });

  test.each<[string, () => readonly [tenant: string | null, proof: string | null]]>([
    ['no tenant', () => [null, null]],
    ['a tenant without a proof', () => ['3203', null]],
    ['an empty proof', () => ['3203', '']],
    ['the proof of another tenant', () => ['3203', proven('0301')]],
    ['the proof of another session', () => ['3203', proven('3203', app.processID + 1)]],
    ['the proof of another login', () => ['3203', proven('3203', app.processID, 'worker')]],
    ['a proof without a tenant', () => [null, proven('3203')]],
  ])('sees nothing with %s', async (_, settings) => {
    expect(await notesSeen(...settings())).toBe(0);
  });

  const SET = `select set_config('samspill.tenant', $1, $3), set_config('samspill.proof', $2, $3)`;
  const prove = (tenant: string, proof: string, local = true) => app.query(SET, [tenant, proof, local]);
  const notes = async (condition = 'true') => (await app.query(`select from note where ${condition}`)).rowCount;

  test.each(['commit', 'rollback', 'commit and chain', 'rollback and chain'])(
    'sees nothing of the tenant of an earlier transaction of the session, after %s',
    async (end) => {
      await app.query('begin read only');
      await prove('3203', proven('3203'));
      expect(await notes()).toBe(1);
      await app.query(end);
      expect(await notes()).toBe(0);
      await app.query(`select set_config('samspill.tenant', '3203', false)`);
      expect(await notes()).toBe(0);
      await app.query('rollback');
      await app.query('reset all');
    },
  );

  test('sees nothing of a tenant proven after a savepoint that is rolled back', async () => {
    await app.query('begin');
    await app.query('savepoint before');
    await prove('3203', proven('3203'));
    expect(await notes()).toBe(1);
    await app.query('rollback to savepoint before');
    expect(await notes()).toBe(0);
    await app.query('rollback');
  });

  // A policy that fails, instead of showing nothing, fails only for a row that the condition has found.
  test.each(['reset all', 'discard plans', 'discard sequences', 'discard all'])(
    'gets the same answer for a key that another tenant has and one that nobody has, after %s',
    async (before) => {
      await app.query(before);
      for (const proof of ['', 'not hexadecimal', proven('0301')]) {
        await prove('3203', proof, false);
        expect([await notes(`note_id = 'a'`), await notes(`note_id = 'nobody''s'`)]).toEqual([0, 0]);
      }
      await app.query('reset all');
    },
  );

  test('cannot read or replace the keys', async () => {
    for (const statement of ['select * from login_key', 'delete from login_key', 'copy login_key to stdout'])
      expect(await answerTo('api', statement)).toBe(DENIED);
    expect(
      await answerTo(
        'api',
        `create or replace function proven_tenant() returns text language sql as $$select '3203'$$`,
      ),
    ).toBe(DENIED);
  });

  test('cannot put a function of its own in the place of those that the proof uses', async () => {
    // The API may make no temporary tables; the worker may.
    const worker = new Client(urlOf('worker'));
    await worker.connect();
    try {
      await worker.query('begin');
      await worker.query('create temporary table login_key (login text, inner_pad bytea, outer_pad bytea)');
      await worker.query(`insert into pg_temp.login_key values (session_user, '', '')`);
      await worker.query('set local role samspill_app');
      const claimed = `encode(sha256(''::bytea || sha256(''::bytea || convert_to('3203/' || pg_backend_pid(), 'UTF8'))), 'hex')`;
      await worker.query(
        `select set_config('samspill.tenant', '3203', true), set_config('samspill.proof', ${claimed}, true)`,
      );
      expect((await worker.query('select from note')).rowCount).toBe(0);
    } finally {
      await worker.end();
    }
  });

  test('learns from a key that is taken, and from an error, nothing that another tenant has', async () => {
    // A row of the same key in another tenant: the primary key begins with the tenant, so both are possible.
    await owner.query(`insert into draft values ('same', '0301')`);
    await app.query('begin');
    try {
      await prove('3203', proven('3203'));
      await app.query(`insert into draft values ('same', '3203')`);
      await expect(app.query(`insert into draft values ('same', '0301')`)).rejects.toMatchObject({
        code: DENIED,
        detail: undefined,
      });
    } finally {
      await app.query('rollback');
    }
  });
});

const proveApi = () =>
  checkLogin(urlOf('api'), 'DATABASE_URL_API', 'api', (session) => expectProof(session, urlOf('api'), 'api'));

test('a process whose proofs the database does not believe shows no empty lists and refuses to start, and migrate makes it believe them', async () => {
  await expect(proveApi()).resolves.toBeUndefined();
  await owner.query(`delete from login_key where login = 'samspill_api'`);
  const source = await openDatabase({ url: urlOf('api'), entities: [] });
  const question = new PostgresReadSide(source).in('3203', (manager) => manager.query('select from note'));
  await expect(question).rejects.toBeInstanceOf(TenantNotProven);
  await source.destroy();
  const refused = proveApi();
  await expect(refused).rejects.toBeInstanceOf(StartRefused);
  await expect(refused).rejects.toThrow(/login samspill_api.* run samspill migrate with the same DATABASE_URL_API/);
  await migrate(
    database.ownerUrl,
    [...eventStoreMigrations, ...followerMigrations, MakeNotes1700000000001],
    database.logins,
  );
  await expect(proveApi()).resolves.toBeUndefined();
});

test('an address without a password is refused', async () => {
  const url = new URL(urlOf('api'));
  url.password = '';
  expect(() => proofOf(url.href, '3203', 1)).toThrow(StartRefused);
});
