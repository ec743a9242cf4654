import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { freshDatabase } from '../../../../test/postgres.js';
import { discard, startEmbeddedPostgres } from '#platform/database/embedded';
import { endSpawned, OPENID_SETTINGS, runHere, spawnCli } from '../cli.examples.js';
import { EXIT } from '#platform/process';

const UNITS = fileURLToPath(new URL('../../../../test/fixtures/import/units.json', import.meta.url));
let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-start-'));
  environment = { SAMSPILL_DATA: join(folder, 'data'), PORT: '0' };
});
afterAll(async () => {
  await endSpawned();
  await discard(join(folder, 'data'));
  await rm(folder, { recursive: true, force: true });
});

const READY = /^Samspill is ready on (http:\/\/127\.0\.0\.1:\d+)$/m;

test('start on an empty folder serves, allows other commands meanwhile, recovers from kill -9 and stops cleanly', async () => {
  const first = spawnCli(['start', '--empty'], environment);
  const [, address] = await first.says(READY);
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  const beside = await runHere(['import', 'units', '--municipality', '9901', UNITS], environment);
  expect(beside).toMatchObject({ code: EXIT.ok });
  expect((await runHere(['verify'], environment)).code).toBe(EXIT.ok);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = spawnCli(['start', '--empty'], environment);
  await second.says(READY);
  const refused = await runHere(['start', '--empty'], environment);
  expect(refused).toMatchObject({ code: EXIT.refusedToStart });
  expect(refused.err).toContain('Samspill is already running');
  const again = await runHere(['import', 'units', '--municipality', '9901', UNITS], environment);
  expect(again.out).toMatch(/^0 new, 0 changed/);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(EXIT.ok);
}, 180_000);

test('a data folder of a version that had only the owner’s login gets the others when it is opened next', async () => {
  const own = { SAMSPILL_DATA: join(folder, 'older') };
  const kept = join(own.SAMSPILL_DATA, 'database-logins.env');
  expect(await runHere(['migrate'], own)).toMatchObject({ code: EXIT.ok });
  const server = await startEmbeddedPostgres({ folder: own.SAMSPILL_DATA });
  const owner = new Client(server.url);
  await owner.connect();
  await owner.query('drop role samspill_api, samspill_worker, samspill_operations');
  await owner.end();
  await server.stop();
  await rm(kept);
  expect(await runHere(['halts'], own)).toMatchObject({
    code: EXIT.ok,
    err: "Signed in to the database as samspill_operations, with the operators' rights.\nNothing stands still.",
  });
  expect((await stat(kept)).mode & 0o777).toBe(0o600);
}, 180_000);

test('when its database stops, it says so in one sentence, and the next start continues on the same data', async () => {
  const samspill = spawnCli(['start', '--empty'], environment);
  await samspill.says(/Stop +Ctrl-C/);
  const [pid] = (await readFile(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGINT');
  const { code, output } = await samspill.ended;
  expect(code).toBe(EXIT.unexpected);
  expect(output).toContain('The embedded PostgreSQL has ended by itself');
  expect(output).not.toMatch(/^ +at /m);
  const next = spawnCli(['start', '--empty'], environment);
  await next.says(READY);
  next.child.kill('SIGTERM');
  expect((await next.ended).code).toBe(EXIT.ok);
}, 180_000);

test('a first coordinator is invited to an empty installation, and is signed out by the operator', async () => {
  const withProvider = { ...environment, ...OPENID_SETTINGS };
  const invite = ['admin', 'invite-coordinator', '--municipality', '9901', '--name', 'Kari Nordmann'];
  const { code, out, err } = await runHere(invite, withProvider);
  expect([code, out]).toEqual([EXIT.ok, expect.stringMatching(/^https:\/\/samspill\.example\.no\/invitasjon#9901\./)]);
  const [, person] = /^Person (\S+)\./.exec(err)!;
  const endSessions = ['admin', 'end-sessions'];
  const halves = [
    ['--municipality', '9901'],
    ['--person', person!],
    ['--municipality', '9901', '--person', 'Kari'],
  ];
  for (const half of halves) expect((await runHere([...endSessions, ...half], withProvider)).code).not.toBe(EXIT.ok);
  const hers = [...endSessions, '--municipality', '9901', '--person', person!];
  expect((await runHere(hers, withProvider)).out).toBe('0');
  expect((await runHere(['events', '--stream', `9901/signout-${person!}`], withProvider)).out).toContain(
    'sign-in.SignedOutByOther',
  );
  expect((await runHere(endSessions, withProvider)).out).toBe('0');
  expect((await runHere(['events', '--stream', '9901/signout-everybody'], withProvider)).out).toContain(
    'sign-in.EverybodySignedOut',
  );
}, 180_000);

test('a taken port is refused before anything is created', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const { code, err } = await runHere(['start'], { SAMSPILL_DATA: join(folder, 'other'), PORT: String(port) });
  taken.close();
  expect(code).toBe(EXIT.refusedToStart);
  expect(err).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect((await runHere(['verify'], { SAMSPILL_DATA: join(folder, 'other') })).err).toContain('nothing of Samspill');
});

test('a database of a newer version is refused unchanged; an older one is migrated only by a role with the right to', async () => {
  const database = await freshDatabase();
  const own = database.environment;
  expect((await runHere(['verify'], own)).err).toContain('run samspill migrate');
  expect((await runHere(['migrate'], own)).code).toBe(EXIT.ok);
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  await owner.query(
    `insert into schema_migration (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
  );
  await owner.end();
  for (const command of ['start', 'migrate', 'verify', 'worker'])
    expect(await runHere([command], { ...own, PORT: '0' })).toMatchObject({
      code: EXIT.refusedToStart,
      err: expect.stringContaining('newer version of Samspill') as unknown,
    });
  await database.drop();
}, 30_000);
