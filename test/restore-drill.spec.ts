import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { ActionAgreed } from '#actions/contract';
import { stableId, type PersonId } from '#platform/kernel';
import { EXIT } from '#platform/process';
import { runHere } from '../apps/cli/src/cli.examples.js';
import { lastRoundOnFriday, STORY } from './digests/monday.examples.js';
import { agreed, kari, moment, reminded, TENANT } from './digests/school-year.story.js';
import { simulateMail, type Arrived, type SimulatedMail } from './digests/simulated-mail.js';
import { freshDatabase } from './postgres.js';
import { separateLogSettings } from './separate-log.js';

jest.setTimeout(240_000);

// A Monday in a small municipality: the nightly backup while people work, the morning's mail, then the machine is lost, and
// an operator restores the backup on a new one.

type Json = Record<string, unknown>;
type Ran = Awaited<ReturnType<typeof runHere>>;

let folder: string;
let file: string;
let backedUp: Ran;
let mode: number;
/** Answers to the coordinator on Sunday evening, when nobody worked. */
let before: readonly Json[];
/** Actions whose agreement had been acknowledged when the backup began, and when it had ended. */
let agreedBefore: number;
let agreedAfter: number;
let cookieOfLost: string;
let mailsOfMorning: readonly Arrived[];

let restored: Ran;
let verified: Ran;
let again: Ran;
let machine: SimulatedMail;

const PATHS = [
  'board?schoolYear=2026',
  'units',
  'people?size=100',
  'services',
  'meetings?schoolYear=2026&size=100',
  'digests?size=100',
];
const actionName = (i: number) => `night ${i}`;
const atNight = moment('2026-08-24 02.00');

async function ask({ api }: SimulatedMail, person: PersonId, path: string): Promise<Json> {
  const response = await fetch(`${api.url}/api/${path}`, {
    headers: { cookie: await api.cookie(TENANT, person), 'accept-language': 'nb' },
  });
  return { path, status: response.status, ...((await response.json()) as Json) };
}
const answers = (of: SimulatedMail) => Promise.all(PATHS.map((path) => ask(of, kari, path)));
const agree = (of: SimulatedMail, i: number) =>
  of.happens({ ...agreed(actionName(i), '2026-08-23', '2027-03-01'), at: atNight });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samspill-drill-'));
  file = join(folder, 'monday.backup');
  const lost = await simulateMail(TENANT, moment('2026-08-15 08.00'));
  try {
    for (const happening of STORY) await lost.happens(happening);
    const owner = new Client(lost.ownerUrl);
    await owner.connect();
    await lastRoundOnFriday(owner, TENANT);
    await owner.end();
    lost.api.clock.set(moment('2026-08-23 22.00'));
    before = await answers(lost);

    for (agreedAfter = 0; agreedAfter < 3; agreedAfter += 1) await agree(lost, agreedAfter);
    agreedBefore = agreedAfter;
    let isDone = false;
    const variables = { ...lost.variables, SAMSPILL_DATA: lost.folder, SAMSPILL_CLOCK: atNight.toISOString() };
    const working = runHere(['backup', file], variables).finally(() => (isDone = true));
    while (!isDone) await agree(lost, agreedAfter++);
    backedUp = await working;
    mode = (await stat(file)).mode & 0o777;

    await lost.workersRun(moment('2026-08-24 07.00'));
    mailsOfMorning = lost.takeArrived();
    await lost.happens(reminded('2026-08-24 09.00'));
    cookieOfLost = await lost.api.cookie(TENANT, kari);
  } finally {
    // The machine is lost, and its disk with it.
    await lost.close();
  }

  const database = await freshDatabase();
  const log = separateLogSettings();
  const variables = {
    ...log,
    ...database.environment,
    SAMSPILL_DATA: join(folder, 'new machine'),
    SAMSPILL_CLOCK: moment('2026-08-24 11.00').toISOString(),
  };
  restored = await runHere(['restore', file], variables);
  verified = await runHere(['verify'], variables);
  again = await runHere(['restore', file], variables);
  const on = { ...database, environment: { ...log, ...database.environment } };
  machine = await simulateMail(TENANT, moment('2026-08-24 11.05'), on);
});
afterAll(async () => {
  await machine.close();
  await rm(folder, { recursive: true, force: true });
});

test('the backup is made while people work, and only its owner may read it', () => {
  expect(backedUp).toMatchObject({ code: EXIT.ok, out: expect.stringContaining(`${file} holds`) as unknown });
  expect(mode).toBe(0o600);
  expect(agreedAfter).toBeGreaterThan(agreedBefore);
});

test('the restore says what it has done, and everything is whole afterwards', () => {
  expect([restored.code, restored.err]).toEqual([EXIT.ok, expect.stringContaining('Run samspill verify')]);
  expect(restored.out).toContain('are restored as of 2026-08-24T00:00:0');
  expect([verified.code, verified.out]).toEqual([EXIT.ok, '']);
});

test('a second restore into it is refused, and changes nothing', () => {
  expect(again).toMatchObject({
    code: EXIT.faults,
    err: expect.stringContaining('a backup is restored into an empty one only') as unknown,
  });
});

test('everything that was acknowledged before the backup began is there, and of what came later the first part', async () => {
  const ids: string[] = [];
  for await (const page of machine.api.installation.events.readAll({ after: 0n, tenant: TENANT }))
    for (const { type, data } of page)
      if (type === ActionAgreed.type) ids.push((data as { readonly actionId: string }).actionId);
  const atNightIds = Array.from({ length: agreedAfter }, (_, i) => stableId('school year', actionName(i)));
  const found = ids.filter((id) => atNightIds.includes(id));
  expect(found).toEqual(atNightIds.slice(0, found.length));
  expect(found.length).toBeGreaterThanOrEqual(agreedBefore);
  expect(found.length).toBeLessThanOrEqual(agreedAfter);
});

describe('people', () => {
  test('sign in again, since no session is in a backup', async () => {
    const response = await fetch(`${machine.api.url}/api/session`, { headers: { cookie: cookieOfLost } });
    expect(response.status).toBe(401);
    expect(await ask(machine, kari, 'session')).toMatchObject({ status: 200, name: 'Kari Prøve' });
  });

  test('see the same as before', async () => {
    machine.api.clock.set(moment('2026-08-23 22.00'));
    await machine.api.settled();
    const after = await answers(machine);
    machine.api.clock.set(moment('2026-08-24 11.05'));
    expect(before.map(({ status }) => status)).toEqual(PATHS.map(() => 200));
    expect(after).toEqual(before);
  });
});

describe('mail', () => {
  test('of the morning had arrived before the machine was lost', () => {
    expect(mailsOfMorning.map(({ to }) => to)).toEqual(expect.arrayContaining(['kari@example.no', 'berit@example.no']));
  });

  test('is not sent a second time on the new machine, and the coordinator sees why', async () => {
    for (const time of ['11.05', '11.06', '13.00']) await machine.workersRun(moment(`2026-08-24 ${time}`));
    expect(machine.takeArrived()).toEqual([]);
    const outbox = (await ask(machine, kari, 'mail/outbox?size=100'))['items'] as readonly Json[];
    expect(outbox.length).toBeGreaterThanOrEqual(mailsOfMorning.length);
    expect(new Set(outbox.map(({ state }) => state))).toEqual(new Set(['unsure']));
  });

  test('of what happens from now on goes out as always, and nobody gets Monday’s again', async () => {
    await machine.happens(reminded('2026-08-24 14.00'));
    await machine.workersRun(moment('2026-08-24 14.01'));
    expect(machine.takeArrived().map(({ to }) => to)).toEqual(['lars@example.no']);
    for (const day of ['25', '26']) await machine.workersRun(moment(`2026-08-${day} 07.00`));
    const known = new Set(mailsOfMorning.map(({ to, mail }) => `${to} ${mail.subject}`));
    const later = machine.takeArrived().map(({ to, mail }) => `${to} ${mail.subject}`);
    expect(later.filter((each) => known.has(each))).toEqual([]);
    await machine.workersRun(moment('2026-08-31 07.00'));
    expect(machine.takeArrived().map(({ to }) => to)).toContain('kari@example.no');
  });
});
