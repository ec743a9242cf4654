import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { runHere } from '../../apps/cli/src/cli.examples.js';
import { EXIT } from '#platform/process';
import { startApiOn, type RunningApi } from '../running-api.js';
import { answers, RECORDED_AT, restore, sessions } from './data-folder.js';
import { asChanged } from './intended-changes.js';

// An installation of Samspill 0.2.0 is opened by this version. The expected answers were recorded from 0.2.0, not from
// the program under test, and are never recorded again: they are what the users of 0.2.0 saw before the upgrade.

const PERSONAS = ['coordinator', 'unit-leader', 'service-member', 'service-unit-leader'];
const UNIT = '100000075';
const TENANT = '9901';
/** By persona: signed in again, since sessions of 0.2.0 are no longer valid (ADR 0336). */
const cookies = new Map<string, string>();

let api: RunningApi;
let databaseUrl: string;
let variables: Readonly<Record<string, string>>;

beforeAll(async () => {
  const kept = await restore();
  ({ databaseUrl, variables } = kept);
  api = await startApiOn(kept, RECORDED_AT);
  await api.settled();
  for (const as of PERSONAS) cookies.set(as, await api.cookie(TENANT, sessions()[as]!.personId));
}, 60_000);
afterAll(() => api.close());

const ask = (as: string, path: string, init: { method?: string; body?: string } = {}) =>
  fetch(`${api.url}${path}`, {
    ...init,
    headers: { cookie: cookies.get(as)!, 'content-type': 'application/json' },
  });

test('people whose session began before the upgrade are asked to sign in again, as after any session', async () => {
  for (const as of PERSONAS) {
    const { cookie } = sessions()[as]!;
    const response = await fetch(`${api.url}/api/session`, { headers: { cookie, 'accept-language': 'nn' } });
    expect([as, response.status]).toEqual([as, 401]);
    expect(await response.json()).toMatchObject({ detail: 'Logg inn og prøv igjen.' });
    expect((await ask(as, '/api/session')).status).toBe(200);
  }
});

/** A session lists the rights of a person, to which later versions may add, as to each of them. */
const withLaterRights = (body: object) =>
  'rights' in body && Array.isArray(body.rights)
    ? {
        ...body,
        rights: expect.arrayContaining(body.rights.map((it: object) => expect.objectContaining(it))) as unknown,
      }
    : body;

// Later versions may add properties to an answer; each property that 0.2.0 answered has the same value, except for the
// changes that `asChanged` names.
describe.each(PERSONAS)('to a %s', (persona) => {
  test('every question is answered as before the upgrade', async () => {
    const expected = answers().filter(({ as }) => as === persona);
    expect(expected.length).toBeGreaterThan(80);
    expect(expected.filter(({ status }) => status === 200).length).toBeGreaterThan(40);
    for (const { path, status, body } of expected) {
      const response = await ask(persona, path);
      const asBefore = { path, status, body: withLaterRights(asChanged(path, persona, body)) };
      expect({ path, status: response.status, body: await response.json() }).toMatchObject(asBefore);
    }
  }, 60_000);
});

test('the log and the read models are found undamaged', async () => {
  const { code, out, err } = await runHere(['verify'], variables);
  expect(out).toBe('');
  expect(err).toMatch(/^All is well: 323 events, /m);
  expect(code).toBe(EXIT.ok);
}, 60_000);

test('a rebuild of every read model makes the same rows', async () => {
  const before = await rows();
  expect(before.length).toBeGreaterThan(300);
  const { code } = await runHere(['rebuild'], variables);
  expect(code).toBe(EXIT.ok);
  expect(await rows()).toEqual(before);
}, 60_000);

test('commands are taken, and their results can be read', async () => {
  const note = 'Leder har satt av tid på fredag.';
  const response = await ask('coordinator', `/api/units/${UNIT}/calls`, {
    method: 'POST',
    body: JSON.stringify({ note }),
  });
  expect(response.status).toBe(200);
  const { position } = (await response.json()) as { position: string };
  expect(BigInt(position)).toBeGreaterThan(323n);
  const history = await ask('coordinator', `/api/units/${UNIT}/follow-up?after=${position}`);
  expect(JSON.stringify(await history.json())).toContain(note);
});

/** All rows of all read models, each with its table. */
async function rows(): Promise<readonly string[]> {
  const { dataSource, readModels } = api.installation;
  const tables = readModels.map(({ entity }) => dataSource.getMetadata(entity).tableName);
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const found: string[] = [];
    for (const table of tables) {
      const { rows: lines } = await client.query<{ line: string }>(
        `select row_to_json(t)::text as line from ${table} t order by 1`,
      );
      found.push(...lines.map(({ line }) => `${table} ${line}`));
    }
    return found;
  } finally {
    await client.end();
  }
}
