import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openInstallation } from '../../apps/composition/src/index.js';
import { endSpawned, runHere, spawnCli, type Running } from '../../apps/cli/src/cli.examples.js';
import { readEnvironment } from '#platform/environment';
import { EXIT } from '#platform/process';
import { MunicipalityNumber } from '#platform/kernel';
import { DEFAULT_SETTINGS, MunicipalityRegistered } from '#registry/contract';
import { freshDatabase, type FreshDatabase } from '../postgres.js';
import { appendStory } from '../routes/append-story.js';
import { separateLogSettings } from '../separate-log.js';
import { Browser } from './browser.js';
import { CLIENT, LEVEL, ProviderUnderTest } from './provider.js';
import { ReverseProxy } from './reverse-proxy.js';

// A new installation in production, as an operator starts it: an empty database, processes of their own, a provider that
// is down at first. Each test goes on from the one before.

jest.setTimeout(180_000);

const NUMBER = '3203';
let database: FreshDatabase;
let folder: string;
let proxy: ReverseProxy;
let provider: ProviderUnderTest;
let environment: Readonly<Record<string, string>>;
let samspill: Running;
let link: string;

const at = (path: string) => `${proxy.origin}${path}`;
const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const kari = new Browser();

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'samspill-production-'));
  proxy = await ReverseProxy.start();
  provider = await ProviderUnderTest.start(proxy.origin, {
    'kari-at-provider': { name: 'Kari Nordmann', email: 'kari@example.no' },
    'stranger-at-provider': { name: 'Ukjent Person' },
  });
  environment = {
    ...separateLogSettings(),
    ...database.environment,
    NODE_ENV: 'production',
    SAMSPILL_DATA: folder,
    PORT: '0',
    SESSION_KEY: 'a key for specifications only'.padEnd(48, '.'),
    SAMSPILL_ORIGIN: proxy.origin,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ACR: LEVEL,
    OIDC_NAME: 'Prøvetjenesten',
  };
}, 60_000);
afterAll(async () => {
  await endSpawned();
  await provider.close();
  await proxy.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('the operator makes the database and invites the first coordinator, before anything runs', async () => {
  provider.isDown = true;
  expect((await runHere(['migrate'], environment)).code).toBe(EXIT.ok);
  const invited = await runHere(
    [
      ...['admin', 'invite-coordinator', '--municipality', NUMBER, '--municipality-name', 'Asker'],
      ...['--name', 'Kari Nordmann', '--email', 'kari@example.no'],
    ],
    environment,
  );
  expect([invited.code, invited.out]).toEqual([EXIT.ok, expect.stringContaining(at('/invitasjon#'))]);
  link = invited.out;
});

test('a worker without a mail server says that nobody gets mail, and ends when it is told to while it begins', async () => {
  const worker = spawnCli(['worker'], { ...environment, SMTP_URL: '' });
  await worker.says(/^SMTP_URL is not set: mails are files in the folder mail of the data folder/m);
  worker.child.kill('SIGTERM');
  expect((await worker.ended).code).toBe(EXIT.ok);
});

test('it starts while the provider is down, says so on the pages, and goes on when it is back', async () => {
  samspill = spawnCli(['start'], environment);
  const [, address] = await samspill.says(/^Samspill is ready on (http:\/\/127\.0\.0\.1:\d+)$/m);
  proxy.forwardTo(address!);
  expect((await fetch(at('/health/ready'))).status).toBe(200);
  const isAvailable = async () =>
    (await json<{ provider: { isAvailable: boolean } }>(fetch(at('/api/sign-in')))).provider.isAvailable;
  expect(await isAvailable()).toBe(false);
  const begun = await new Browser().once(at('/openid/start'));
  expect([begun.status, begun.headers.get('location')]).toEqual([302, '/logg-inn?feil=unavailable']);
  const token = new URL(link).hash.slice(1);
  const invited = await new Browser().send('POST', at('/api/sign-in/invitation/start'), { token });
  expect(invited.status).toBe(503);
  expect((await fetch(at('/logg-inn'))).status).toBe(200);
  provider.isDown = false;
  expect(await isAvailable()).toBe(true);
});

test('the coordinator opens the link, signs in at the provider, and is in', async () => {
  const page = await kari.get(link);
  expect(page.status).toBe(200);
  // Browsers send nothing after the #.
  expect(kari.visited).toEqual([link]);
  const token = new URL(link).hash.slice(1);
  const looked = await json<object>(kari.send('POST', at('/api/sign-in/invitation'), { token }));
  expect(looked).toMatchObject({ state: 'open', invited: { name: 'Kari Nordmann', municipality: 'Asker' } });
  const begun = await json<{ signInAt: string }>(kari.send('POST', at('/api/sign-in/invitation/start'), { token }));
  await kari.get(begun.signInAt);
  await kari.post(kari.visited.at(-1)!, { account: 'kari-at-provider' });
  expect(kari.visited.at(-1)).toBe(at('/'));
  expect(await json<object>(kari.once(at('/api/session')))).toMatchObject({
    name: 'Kari Nordmann',
    municipality: { number: NUMBER, name: 'Asker', demo: false },
    roles: [{ role: 'coordinator' }],
  });
  expect((await new Browser().send('POST', at('/api/sign-in/invitation/start'), { token })).status).toBe(404);
});

test('a provider that goes down while somebody signs in begins no session, and harms nobody', async () => {
  const other = new Browser();
  await other.get(at('/openid/start'));
  const login = other.visited.at(-1)!;
  const callback = await callbackOf(other, login, 'stranger-at-provider');
  provider.isDown = true;
  const answer = await other.once(callback);
  expect(answer.headers.get('location')).toBe('/logg-inn?feil=unavailable');
  expect((await other.once(at('/api/session'))).status).toBe(401);
  expect((await kari.once(at('/api/session'))).status).toBe(200);
  provider.isDown = false;
  // From the start again: the answer of the provider was for one attempt.
  await other.get(at('/openid/start'));
  const page = other.visited.at(-1)!;
  if (page.startsWith(provider.issuer)) await other.post(page, { account: 'stranger-at-provider' });
  expect(new URL(other.visited.at(-1)!).pathname).toBe('/logg-inn');
});

test('the coordinator works, and signs out here and at the provider', async () => {
  const body = { name: 'Ola Rektor', email: null, title: 'Rektor' };
  const registered = await kari.send('POST', at('/api/people'), body);
  expect(registered.status).toBe(200);
  const { position } = (await registered.json()) as { readonly position: string };
  const people = await json<{ items: readonly { name: string }[] }>(
    kari.once(at(`/api/people?search=Ola&after=${position}`)),
  );
  expect(people.items.map(({ name }) => name)).toEqual(['Ola Rektor']);
  const out = await json<{ signOutAt: string }>(kari.send('DELETE', at('/api/session')));
  expect(new URL(out.signOutAt).origin).toBe(provider.issuer);
  expect((await kari.once(at('/api/session'))).status).toBe(401);
});

test('from then on the coordinator signs in without the link, until the operator ends the session', async () => {
  const again = new Browser();
  await again.get(at('/openid/start?return=/enheter'));
  await again.post(again.visited.at(-1)!, { account: 'kari-at-provider' });
  expect(again.visited.at(-1)).toBe(at('/enheter'));
  const { personId } = await json<{ personId: string }>(again.once(at('/api/session')));
  const ended = await runHere(['admin', 'end-sessions', '--municipality', NUMBER, '--person', personId], environment);
  expect([ended.code, ended.out]).toEqual([EXIT.ok, '1']);
  expect((await again.once(at('/api/session'))).status).toBe(401);
});

test('the demo’s way in does not exist, and nothing personal or secret was written to the output', async () => {
  expect((await fetch(at('/api/session/personas'))).status).toBe(404);
  samspill.child.kill('SIGTERM');
  const { code, output } = await samspill.ended;
  expect(code).toBe(EXIT.ok);
  const [, , secret] = new URL(link).hash.slice(1).split('.');
  for (const word of [secret!, 'Nordmann', 'kari', 'Ukjent', 'Rektor', 'at-provider', CLIENT.secret])
    expect(output).not.toContain(word);
  // Something was written, in which they could have been.
  expect(output).toContain('a sign-in failed');
});

describe('a database with invented and real municipalities', () => {
  test('is neither made by an invitation, nor started in production', async () => {
    const installation = await openInstallation(readEnvironment(environment), { login: 'worker' });
    const demo = { languageForm: 'nb' as const, demo: true, settings: DEFAULT_SETTINGS };
    const number = MunicipalityNumber.parse('9901');
    await appendStory(installation.events, '9901', [
      ['municipality-9901', MunicipalityRegistered({ number, name: 'Fjordvik', ...demo })],
    ]);
    await installation.close();
    const second = await runHere(
      [
        ...['admin', 'invite-coordinator', '--municipality', '0301', '--municipality-name', 'Oslo'],
        ...['--name', 'Ola Nordmann'],
      ],
      environment,
    );
    expect([second.code, second.out]).toEqual([EXIT.faults, '']);
    expect(second.err).toContain('This database holds invented municipalities');
    const refused = await runHere(['start'], environment);
    expect(refused.code).toBe(EXIT.refusedToStart);
    expect(refused.err).toContain('holds invented municipalities (9901) beside real ones');
  });
});

/** Logs in at the provider, and returns the address of the callback without opening it. */
async function callbackOf(browser: Browser, login: string, account: string): Promise<string> {
  let answer = await browser.once(login, { method: 'POST', body: new URLSearchParams({ account }) });
  for (let hops = 0; hops < 5; hops += 1) {
    const next = new URL(answer.headers.get('location')!, provider.issuer).href;
    if (next.startsWith(proxy.origin)) return next;
    answer = await browser.once(next);
  }
  throw new Error('The provider does not send the browser back');
}
