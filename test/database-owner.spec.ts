import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { runHere } from '../apps/cli/src/cli.examples.js';
import { AS_OF } from '../apps/cli/src/demo/demo.examples.js';
import { makeDemo } from '../apps/cli/src/demo/make-demo.js';
import { EXIT } from '#platform/process';
import { openInstallation } from '../apps/composition/src/index.js';
import { discard, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/database/embedded';
import { readEnvironment } from '#platform/environment';

jest.setTimeout(90_000);

// `DATABASE_URL` as a municipality gets it: the database's owner, who is no superuser. Roles belong to the cluster, and
// other specifications have created Samspill's already, so this one has a separate cluster.

let folder: string;
let cluster: EmbeddedPostgres;
/** Data folder of the installation, where it keeps its logins. */
let data: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-test-owner-'));
  cluster = await startEmbeddedPostgres({ folder, durable: false });
}, 60_000);
afterAll(async () => {
  await cluster.stop();
  await discard(folder);
});
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'samspill-owner-data-'));
});
afterEach(async () => {
  await rm(data, { recursive: true });
  await administer(
    'drop database if exists register with (force)',
    ...['api', 'worker', 'operations'].map((end) => `drop role if exists register_${end}, samspill_${end}`),
    'drop role if exists samspill_app, samspill_runner, samspill_operator',
    'drop role if exists register',
    'drop role if exists "Drift IKT"',
    'drop role if exists another',
  );
});

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
const environmentOf = (owner: string) => ({ DATABASE_URL: at('register', owner), SAMSPILL_DATA: data });
const migrate = (as = 'Drift IKT', logins: Readonly<Record<string, string>> = {}) =>
  runHere(['migrate'], { ...environmentOf(as), ...logins });
/** The addresses of the logins that an administrator made with the password of the statements. */
const madeByHand = (database = 'register') =>
  Object.fromEntries(
    ['API', 'WORKER', 'OPERATOR'].map((kind) => {
      const url = new URL(at('register'));
      url.username = `${database}_${kind === 'OPERATOR' ? 'operations' : kind.toLowerCase()}`;
      url.password = encodeURIComponent('…');
      return [`DATABASE_URL_${kind}`, url.href];
    }),
  );
const LOGINS =
  "CREATE ROLE register_api LOGIN PASSWORD '…'; GRANT samspill_app TO register_api; " +
  "CREATE ROLE register_worker LOGIN PASSWORD '…'; GRANT samspill_app, samspill_runner TO register_worker; " +
  "CREATE ROLE register_operations LOGIN PASSWORD '…'; GRANT samspill_operator, samspill_runner TO register_operations;";
/** Runs the statements of the refusal as an administrator. */
const obey = (sentence: string) =>
  as(at('register'), (client) => client.query(/(?<=: )[A-Z]+ .*;$/.exec(sentence)![0]));

describe('an owner with the right to create roles', () => {
  test('can run all of Samspill alone', async () => {
    await administer(user('createrole'), DATABASE);
    const environment = environmentOf('Drift IKT');
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
    const schema = await as(at('register'), (client) =>
      client.query(`select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = 'jobs'`),
    );
    expect(schema.rows).toEqual([{ owner: 'Drift IKT' }]);
  }, 120_000);

  test('is told what to request when another account created the roles', async () => {
    await administer(
      ...[user('createrole'), DATABASE],
      ...['samspill_app', 'samspill_runner', 'samspill_operator'].map((role) => `create role ${role}`),
    );
    const { code, err } = await migrate();
    expect([code, err]).toEqual([
      EXIT.refusedToStart,
      'The user "Drift IKT" lacks rights that Samspill needs in the database register: let an administrator run there, and then start again: ' +
        `GRANT samspill_app, samspill_runner TO "Drift IKT" WITH INHERIT TRUE, SET TRUE; ${LOGINS}`,
    ]);
    await obey(err);
    expect(await migrate('Drift IKT', madeByHand())).toMatchObject({ code: EXIT.ok });
  });
});

describe('an owner without the right to create roles', () => {
  test('is told what to request, and nothing is created before', async () => {
    await administer(user('noinherit'), DATABASE);
    const { code, err } = await migrate();
    expect([code, err.split('start again: ')[1]]).toEqual([
      EXIT.refusedToStart,
      'CREATE ROLE samspill_app NOLOGIN; CREATE ROLE samspill_operator NOLOGIN; CREATE ROLE samspill_runner NOLOGIN; ' +
        `GRANT samspill_app, samspill_runner TO "Drift IKT" WITH INHERIT TRUE, SET TRUE; ${LOGINS}`,
    ]);
    await obey(err);
    expect(await migrate('Drift IKT', madeByHand())).toMatchObject({
      code: EXIT.ok,
      err: expect.stringMatching(/^\d+ migrations have run/),
    });
  });

  test('is told which address to give when an administrator made the logins', async () => {
    await administer(user('noinherit'), DATABASE);
    await obey((await migrate()).err);
    expect(await migrate()).toEqual({
      code: EXIT.refusedToStart,
      out: '',
      err:
        'The login register_api exists with another password: set DATABASE_URL_API to an address with the right one ' +
        "(an administrator sets another with ALTER ROLE register_api PASSWORD '…').",
    });
  });

  test('is not needed by processes and commands that have logins of their own', async () => {
    await administer(user('createrole'), DATABASE);
    await migrate();
    await administer('alter role "Drift IKT" nologin nocreaterole');
    const { DATABASE_URL_OPERATOR } = await logins();
    const own = { DATABASE_URL_OPERATOR: DATABASE_URL_OPERATOR! };
    expect(await runHere(['rebuild'], own)).toMatchObject({ code: EXIT.ok });
    const { code, err } = await runHere(['verify'], own);
    expect(err).toMatch(/^Signed in to the database as register_operations, with the operators' rights\.\nAll is well/);
    expect(code).toBe(EXIT.ok);
  });
});

test('an owner of neither the database nor its schema is told to request both rights', async () => {
  await administer(user('createrole'), 'create database register');
  const { code, err } = await migrate();
  expect([code, err.split('start again: ')[1]]).toEqual([
    EXIT.refusedToStart,
    expect.stringMatching(
      /^ALTER SCHEMA public OWNER TO "Drift IKT"; GRANT CREATE ON DATABASE register TO "Drift IKT";/,
    ),
  ]);
  await obey(err);
  expect(await migrate()).toMatchObject({ code: EXIT.ok, err: expect.stringMatching(/^\d+ migrations have run/) });
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
  expect(await migrate()).toMatchObject({ code: EXIT.ok, err: expect.stringMatching(/^The database is up to date\./) });
});

test('an account without the right to connect is told so', async () => {
  await administer(user(), 'create database register', 'revoke connect on database register from public');
  const { code, err } = await migrate();
  expect(err).toMatch(/ cannot be reached \(the user may not connect to it\): see to it, or correct DATABASE_URL\.$/);
  expect(code).toBe(EXIT.refusedToStart);
});

/** The lines of the file that `migrate` writes. */
const logins = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await readFile(join(data, 'database-logins.env'), 'utf8'))
      .split('\n')
      .filter((line) => line.startsWith('DATABASE_URL'))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('an installation of which every process had DATABASE_URL', () => {
  beforeEach(() => administer(user('createrole'), DATABASE));

  test.each([
    ['api', 'DATABASE_URL_API'],
    ['worker', 'DATABASE_URL_WORKER'],
    ['demo', 'DATABASE_URL_WORKER'],
    ['verify', 'DATABASE_URL_OPERATOR'],
    ['rebuild', 'DATABASE_URL_OPERATOR'],
    ['events', 'DATABASE_URL_OPERATOR'],
  ])('is told by %s in one sentence what to do', async (command, variable) => {
    expect(await runHere([command], environmentOf('Drift IKT'))).toEqual({
      code: EXIT.refusedToStart,
      out: '',
      err:
        `${variable} is not set, and DATABASE_URL is used by migrate and start only: run samspill migrate with DATABASE_URL, ` +
        `which makes the logins, then set ${variable} to the address that it has written down (docs/operations.md).`,
    });
  });

  test('gets logins from migrate, in a file that only its owner may read, and no password is printed', async () => {
    const { code, out, err } = await migrate();
    expect([code, err.split('\n').at(-1)]).toEqual([
      EXIT.ok,
      `The addresses of the logins (api, worker, operator) are in ${data}/database-logins.env, which only you may read: ` +
        'give each process its own, and none of them DATABASE_URL.',
    ]);
    expect((await stat(join(data, 'database-logins.env'))).mode & 0o777).toBe(0o600);
    const made = await logins();
    expect(Object.entries(made).map(([name, url]) => [name, new URL(url).username])).toEqual([
      ['DATABASE_URL_API', 'register_api'],
      ['DATABASE_URL_WORKER', 'register_worker'],
      ['DATABASE_URL_OPERATOR', 'register_operations'],
    ]);
    for (const url of Object.values(made)) expect(out + err).not.toContain(new URL(url).password);
    for (const command of ['rebuild', 'verify', 'halts'])
      expect(await runHere([command], { SAMSPILL_DATA: data, ...made })).toMatchObject({ code: EXIT.ok });
    expect(await migrate()).toMatchObject({
      code: EXIT.ok,
      err: expect.stringMatching(/^The database is up to date\./),
    });
    expect(await logins()).toEqual(made);
  });

  test('is refused when a login stands in the wrong variable', async () => {
    await migrate();
    const { DATABASE_URL_API, DATABASE_URL_WORKER, DATABASE_URL_OPERATOR } = await logins();
    const wrong = [
      ['api', { DATABASE_URL_API: DATABASE_URL_WORKER! }],
      ['api', { DATABASE_URL_API: at('register', 'Drift IKT') }],
      ['api', { DATABASE_URL_API: cluster.url.replace(/samspill$/, 'register') }],
      ['worker', { DATABASE_URL_WORKER: DATABASE_URL_API! }],
      ['verify', { DATABASE_URL_OPERATOR: DATABASE_URL_WORKER! }],
      ['rebuild', { DATABASE_URL_OPERATOR: DATABASE_URL_API! }],
      ['demo', { DATABASE_URL_WORKER: DATABASE_URL_OPERATOR! }],
    ] as const;
    for (const [command, environment] of wrong) {
      const { code, err } = await runHere([command], environment);
      expect([command, code, err]).toEqual([
        command,
        EXIT.refusedToStart,
        expect.stringMatching(/^The login .* in DATABASE_URL_[A-Z]+ (is a|owns) [^\n]*docs\/operations\.md says\.$/),
      ]);
    }
  });
});

test('the statements of docs/operations.md make all that is needed', async () => {
  const text = await readFile(new URL('../docs/operations.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```\n(CREATE ROLE [^`]*)^```$/gm)].map(([, block]) => block!);
  expect(blocks).toHaveLength(2);
  // The cluster of this specification has an account and a database of that name.
  const [make, groups] = blocks.map((block) =>
    block.replaceAll(/\bsamspill\b/g, 'register').replace('CREATEROLE ', ''),
  );
  const statements = make!.split(';\n').filter(Boolean);
  await administer(...statements);
  await as(at('register'), (client) => client.query(groups!));
  const owner = new URL(at('register'));
  [owner.username, owner.password] = ['register', encodeURIComponent('…')];
  const environment = { DATABASE_URL: owner.href, ...madeByHand('samspill'), SAMSPILL_DATA: data };
  expect(await runHere(['migrate'], environment)).toMatchObject({ code: EXIT.ok });
  for (const command of ['rebuild', 'verify', 'halts'])
    expect(await runHere([command], environment)).toMatchObject({ code: EXIT.ok });
});
