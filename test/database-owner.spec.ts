import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { runHere } from '../apps/cli/src/cli.examples.js';
import { AS_OF } from '../apps/cli/src/demo/demo.examples.js';
import { makeDemo } from '../apps/cli/src/demo/make-demo.js';
import { EXIT } from '#platform/process';
import { openInstallation } from '../apps/composition/src/index.js';
import { discard, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/database/embedded';
import { readEnvironment } from '#platform/environment';

// `DATABASE_URL` as a municipality gets it: the database's owner, who is no superuser. Roles belong to the cluster, and
// other specifications have created Samspill's already, so this one has a separate cluster.

let folder: string;
let cluster: EmbeddedPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-test-owner-'));
  cluster = await startEmbeddedPostgres({ folder, durable: false });
}, 60_000);
afterAll(async () => {
  await cluster.stop();
  await discard(folder);
});
afterEach(() =>
  administer(
    'drop database if exists register with (force)',
    'drop role if exists samspill_app',
    'drop role if exists samspill_runner',
    'drop role if exists "Drift IKT"',
    'drop role if exists another',
  ),
);

const at = (database: string, user?: string): string => {
  const url = new URL(cluster.url);
  url.pathname = database;
  if (user !== undefined) [url.username, url.password] = [encodeURIComponent(user), 'x'];
  return url.href;
};
async function administer(...statements: readonly string[]): Promise<void> {
  await as(cluster.url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

const user = (attributes = '') => `create role "Drift IKT" login ${attributes} password 'x'`;
const DATABASE = 'create database register owner "Drift IKT"';
const migrate = (as = 'Drift IKT') => runHere(['migrate'], { DATABASE_URL: at('register', as) });
/** Runs the statements of the refusal as an administrator. */
const obey = (said: string) => as(at('register'), (client) => client.query(/(?<=: )[A-Z]+ .*;$/.exec(said)![0]));

describe('an owner with the right to create roles', () => {
  test('can run all of Samspill alone', async () => {
    await administer(user('createrole'), DATABASE);
    const environment = { DATABASE_URL: at('register', 'Drift IKT') };
    const installation = await openInstallation(readEnvironment(environment));
    const terminal = { out: () => {}, err: () => {}, draw: () => {}, interactive: false, width: 80 };
    const wish = { seed: 1, asOf: AS_OF, scale: { schools: 1, kindergartens: 1, schoolYears: 1 } };
    await makeDemo(installation, wish, { terminal, signal: new AbortController().signal });
    const found = await installation.readSide.in('9901', (manager) =>
      manager.query<unknown[]>(`select search_found('unit', $1, 9)`, ["'#unit'"]),
    );
    await installation.close();
    expect(found).not.toEqual([]);
    for (const command of [['rebuild'], ['migrate'], ['verify']])
      expect(await runHere(command, environment)).toMatchObject({ code: EXIT.ok });
  }, 60_000);

  test('is told what to request when another account created the roles', async () => {
    await administer(user('createrole'), DATABASE, 'create role samspill_app', 'create role samspill_runner');
    const { code, err } = await migrate();
    expect([code, err]).toEqual([
      EXIT.refusedToStart,
      'The user "Drift IKT" lacks rights that Samspill needs in the database register: let an administrator run there, and then start again: ' +
        'GRANT samspill_app, samspill_runner TO "Drift IKT" WITH INHERIT TRUE, SET TRUE;',
    ]);
    await obey(err);
    expect(await migrate()).toMatchObject({ code: EXIT.ok });
  });
});

describe('an owner without the right to create roles', () => {
  test('is told what to request, and nothing is created before', async () => {
    await administer(user('noinherit'), DATABASE);
    const { code, err } = await migrate();
    expect([code, err.split('start again: ')[1]]).toEqual([
      EXIT.refusedToStart,
      'CREATE ROLE samspill_app NOLOGIN; CREATE ROLE samspill_runner NOLOGIN; ' +
        'GRANT samspill_app, samspill_runner TO "Drift IKT" WITH INHERIT TRUE, SET TRUE;',
    ]);
    await obey(err);
    expect(await migrate()).toMatchObject({ code: EXIT.ok, err: expect.stringMatching(/^\d+ migrations have run/) });
  });

  test('is told so by read-only commands, too', async () => {
    await administer(user('createrole'), DATABASE);
    await migrate();
    await administer('alter role "Drift IKT" nocreaterole', 'revoke samspill_runner from "Drift IKT" cascade');
    const { code, err } = await runHere(['verify'], { DATABASE_URL: at('register', 'Drift IKT') });
    expect(err).toMatch(/^The user "Drift IKT" lacks .* GRANT samspill_runner TO "Drift IKT" WITH [^\n]*;$/);
    expect(code).toBe(EXIT.refusedToStart);
  });
});

test('an owner of neither the database nor its schema is told to request the schema too', async () => {
  await administer(user('createrole'), 'create database register');
  const { code, err } = await migrate();
  expect([code, err.split('start again: ')[1]]).toEqual([
    EXIT.refusedToStart,
    expect.stringMatching(/^ALTER SCHEMA public OWNER TO "Drift IKT";/),
  ]);
  await obey(err);
  expect(await migrate()).toMatchObject({ code: EXIT.ok });
});

test('tables of another owner are refused, and can be transferred', async () => {
  await administer(
    user(),
    `create role another login createrole password 'x'`,
    'create database register owner another',
  );
  await migrate('another');
  await administer(
    'alter database register owner to "Drift IKT"',
    'grant samspill_app, samspill_runner to "Drift IKT" with inherit true, set true',
  );
  const { code, err } = await migrate();
  expect([code, err]).toEqual([
    EXIT.refusedToStart,
    `Samspill's tables in the database register belong to another and not to "Drift IKT": ` +
      'sign in as another in DATABASE_URL, or let an administrator run there: REASSIGN OWNED BY another TO "Drift IKT";',
  ]);
  await obey(err);
  expect(await migrate()).toMatchObject({ code: EXIT.ok, err: 'The database is up to date.' });
});

test('an account without the right to connect is told so', async () => {
  await administer(user(), 'create database register', 'revoke connect on database register from public');
  const { code, err } = await migrate();
  expect(err).toMatch(/ cannot be reached \(the user may not connect to it\): see to it, or correct DATABASE_URL\.$/);
  expect(code).toBe(EXIT.refusedToStart);
});
