import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { separateLogSettings } from '../../../../test/separate-log.js';
import { EXIT } from '#platform/process';
import { INVITATION_DAYS, MOST_INVITATION_DAYS } from '#sign-in';
import { migrations } from '../../../composition/src/index.js';
import { OPENID_SETTINGS, runHere } from '../cli.examples.js';

// The first coordinator of an installation that has nothing yet.

let database: FreshDatabase;
let folder: string;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  database = await migratedDatabase(migrations);
  folder = await mkdtemp(join(tmpdir(), 'samspill-invite-'));
  environment = {
    ...separateLogSettings(),
    ...database.environment,
    SAMSPILL_DATA: folder,
    SAMSPILL_CLOCK: '2026-11-30T09:00:00+01:00',
    ...OPENID_SETTINGS,
  };
}, 60_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const invite = (...args: string[]) =>
  runHere(['admin', 'invite-coordinator', '--municipality', '3203', ...args], environment);
const events = async () => (await runHere(['events'], environment)).out;
const KARI = ['--name', 'Kari Nordmann', '--email', 'kari@example.no'];

test('nothing is registered where the municipality has no name, nobody could sign in, or an option is wrong', async () => {
  const before = await events();
  const refused: readonly (readonly [
    args: readonly string[],
    more: Readonly<Record<string, string>>,
    code: number,
    sentence: string,
  ])[] = [
    [KARI, {}, EXIT.faults, '3203 is not registered: give its name too (--municipality-name).'],
    [[], {}, EXIT.faults, 'Give either --name, or --person'],
    [[...KARI, '--municipality-name', 'Asker', '--days', '31'], {}, EXIT.wrongUse, '--days is at most 30.'],
    [
      [...KARI, '--municipality-name', 'Asker'],
      { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' },
      EXIT.faults,
      'There is no OpenID provider at which anybody could sign in by a link. Set OIDC_ISSUER',
    ],
  ];
  for (const [args, more, code, sentence] of refused) {
    const answer = await runHere(['admin', 'invite-coordinator', '--municipality', '3203', ...args], {
      ...environment,
      ...more,
    });
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err).toContain(sentence);
  }
  expect(await events()).toBe(before);
}, 120_000);

test('registers municipality and coordinator once, and makes a new link each time', async () => {
  const first = await invite(...KARI, '--municipality-name', 'Asker');
  expect([first.code, first.out]).toEqual([
    EXIT.ok,
    expect.stringMatching(/^https:\/\/samspill\.example\.no\/invitasjon#3203\.[0-9a-f-]{36}\.[\w-]{43}$/),
  ]);
  const [, person, until] = /^Person (\S+)\. The link works once, until (\S+):$/.exec(first.err)!;
  const days = (Date.parse(until!) - Date.parse('2026-11-30T08:00:00Z')) / 86_400_000;
  expect(Math.floor(days)).toBe(INVITATION_DAYS);
  const second = await invite(...KARI, '--days', '2');
  expect(second.err).toContain(person);
  expect(second.out).not.toBe(first.out);
  const third = await invite('--person', person!);
  expect(third.code).toBe(EXIT.ok);
  const log = await events();
  const count = (type: string) => log.split(type).length - 1;
  expect(
    ['registry.MunicipalityRegistered', 'registry.PersonRegistered', 'registry.RoleGiven', 'sign-in.PersonInvited'].map(
      count,
    ),
  ).toEqual([1, 1, 1, 3]);
  for (const { out } of [first, second, third]) expect(log).not.toContain(out.split('.').at(-1));
}, 120_000);

test('a link is withdrawn once', async () => {
  const { err } = await invite(...KARI);
  const [, person] = /^Person (\S+)\./.exec(err)!;
  const revoke = () =>
    runHere(['admin', 'revoke-invitation', '--municipality', '3203', '--person', person!], environment);
  expect((await revoke()).code).toBe(EXIT.ok);
  expect(await revoke()).toMatchObject({
    code: EXIT.faults,
    err: expect.stringContaining('ingen lenke som kan trekkes tilbake') as unknown,
  });
}, 120_000);

test('somebody without a role is not invited', async () => {
  const nobody = await invite('--person', 'f0000000-0000-4000-8000-000000000000');
  expect([nobody.code, nobody.out]).toEqual([EXIT.faults, '']);
  expect(nobody.err).toContain('ingen rolle');
}, 60_000);

test('the help says how long a link works', async () => {
  const { out } = await runHere(['admin', 'invite-coordinator', '--help']);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    `how long the link works, up to ${MOST_INVITATION_DAYS} (default: ${INVITATION_DAYS})`,
  );
});
