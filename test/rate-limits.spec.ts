import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrations } from '../apps/composition/src/index.js';
import { RateLimits } from '#platform/http';
import { migratedDatabase, type FreshDatabase } from './postgres.js';
import { startApiOn, type RunningApi } from './running-api.js';

const SIGN_INS = 6;
const WITHOUT_SESSION = 8;
const ADDRESS = '192.0.2.77';

let database: FreshDatabase;
let api: RunningApi;
let beside: Awaited<ReturnType<RunningApi['startBeside']>>;
let owner: Client;
beforeAll(async () => {
  database = await migratedDatabase(migrations);
  const folder = await mkdtemp(join(tmpdir(), 'samspill-rates-'));
  const variables = {
    ...database.environment,
    RATE_SIGN_IN: String(SIGN_INS),
    RATE_WITHOUT_SESSION: String(WITHOUT_SESSION),
    TRUSTED_PROXIES: 'loopback',
  };
  const remove = () => rm(folder, { recursive: true, force: true });
  api = await startApiOn({ variables, folder, remove }, '2026-11-22T08:00:00Z');
  beside = await api.startBeside();
  owner = new Client(database.ownerUrl);
  await owner.connect();
  // No minute ends in the middle of a test, however slow the machine is.
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2100-01-01T12:00:00Z'));
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await owner.end();
  await beside.close();
  await api.close();
  await database.drop();
});

const statusOf = async (url: string, address: string, init: RequestInit = {}) =>
  (await fetch(url, { ...init, headers: { 'x-forwarded-for': address, 'content-type': 'application/json' } })).status;
const signIn = (at: { readonly url: string }, address: string) =>
  statusOf(`${at.url}/api/session`, address, {
    method: 'POST',
    body: JSON.stringify({ personId: '018f0c5e-0000-7000-8000-000000000001' }),
  });

test('two processes share the count of sign-ins of an address', async () => {
  const answers: number[] = [];
  for (let i = 0; i < SIGN_INS; i += 1) answers.push(await signIn(i % 2 === 0 ? api : beside, ADDRESS));
  expect(answers).not.toContain(429);
  expect([await signIn(api, ADDRESS), await signIn(beside, ADDRESS)]).toEqual([429, 429]);
  expect(await signIn(beside, '192.0.2.78')).not.toBe(429);
});

test.each([
  ['the personas', '/api/session/personas'],
  ['a calendar', `/kalender/9901/018f0c5e-0000-7000-8000-000000000001/018f0c5e-0000-7000-8000-000000000002/AAAA.ics`],
  ['an unsubscribe link', '/avmeld/AAAA'],
  ['the public page', '/publisert/9901'],
  ['a page that needs a session', '/api/units'],
])('the address that asks for %s too often is refused in both processes', async (_, path) => {
  const address = `198.51.100.${path.length}`;
  const answers: number[] = [];
  for (let i = 0; i < WITHOUT_SESSION; i += 1)
    answers.push(await statusOf(`${(i % 2 === 0 ? api : beside).url}${path}`, address));
  expect(answers).not.toContain(429);
  expect(await statusOf(`${api.url}${path}`, address)).toBe(429);
  expect(await statusOf(`${beside.url}${path}`, address)).toBe(429);
});

test('no address is stored, and counts of minutes that are over are removed', async () => {
  await statusOf(`${api.url}/api/units`, '203.0.113.5');
  const keys = async () =>
    (await owner.query<{ key: string }>('select key from rate_limit')).rows.map(({ key }) => key);
  const kept = await keys();
  expect(kept.length).toBeGreaterThan(0);
  for (const key of kept) expect(key).toMatch(/^(sign-in|without-session):[\w-]{32}$/);
  await owner.query('update rate_limit set expire = 1 where key = $1', [kept[0]]);
  await api.app.get(RateLimits).clear();
  expect((await keys()).sort()).toEqual(kept.slice(1).sort());
});

test('while the table cannot be used, each process counts by itself', async () => {
  await owner.query('alter table rate_limit rename to rate_limit_away');
  try {
    const address = '203.0.113.99';
    const answers: number[] = [];
    for (let i = 0; i < WITHOUT_SESSION; i += 1) answers.push(await statusOf(`${api.url}/api/units`, address));
    expect(answers).not.toContain(429);
    expect(await statusOf(`${api.url}/api/units`, address)).toBe(429);
    expect(await statusOf(`${beside.url}/api/units`, address)).toBe(401);
    // Noted when it begins, with the code of the fault and nothing of who asked.
    const noted = api.logged.filter((line) => line.includes('requests cannot be counted in the database'));
    expect(noted).toHaveLength(1);
    expect(JSON.parse(noted[0]!)).toMatchObject({ level: 50, code: '42P01' });
    expect(noted[0]).not.toContain(address);
  } finally {
    await owner.query('alter table rate_limit_away rename to rate_limit');
  }
  await statusOf(`${api.url}/api/units`, '203.0.113.100');
  expect(api.logged.filter((line) => line.includes('requests are counted in the database again'))).toHaveLength(1);
});
