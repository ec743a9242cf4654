import { describe, expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { systemClock } from '#platform/kernel';
import { app, at, json, letIn, logIn, provider, who, withProvider } from './application-with-provider.js';
import { Browser } from './browser.js';
import { LEVEL, type ChangeClaims } from './provider.js';
import { FJORDVIK, personOf } from './sign-in-story.js';

// Sensitive operations ask for a new authentication at the provider (ADR 0361).

const STRONGER = 'high';
withProvider(() => Promise.resolve({ settings: { OIDC_ACR: `${LEVEL} ${STRONGER}`, OIDC_STEP_UP_ACR: STRONGER } }));

const MINUTE = 60;
const now = () => Math.floor(systemClock.now().getTime() / 1000);
/** Claims of an authentication so many seconds ago, at the level of sensitive operations. */
const authenticated =
  (ago: number, more: JWTPayload = {}): ChangeClaims =>
  (claims) => ({ ...claims, auth_time: now() - ago, acr: STRONGER, ...more });
const stronger: ChangeClaims = (claims) => ({ ...claims, acr: STRONGER });

/** A coordinator whose sign-in has these claims. */
async function coordinator(change: ChangeClaims): Promise<Browser> {
  await letIn('fatima-at-provider', FJORDVIK, personOf(FJORDVIK, 'coordinator'));
  await app.caughtUp();
  const browser = new Browser();
  provider.change = change;
  expect(await logIn(browser, 'fatima-at-provider', '/moter')).toBe('/moter');
  return browser;
}
/** A sensitive operation: signs the director out everywhere. */
async function sensitive(browser: Browser): Promise<string> {
  const response = await browser.send('DELETE', at(`/api/people/${personOf(FJORDVIK, 'director')}/sessions`));
  const { type = 'done' } = await json<{ readonly type?: string }>(response);
  return type.replace('urn:samspill:problem:', '');
}
/** Goes to the provider to confirm, answers there as this account, and returns the address of the page at the end. */
async function confirm(browser: Browser, account: string, change: ChangeClaims = stronger): Promise<string> {
  await browser.get(at('/openid/start?confirm=1'));
  const loginPage = browser.visited.at(-1)!;
  // The provider still has its own session, and asks all the same.
  expect(loginPage).toContain(`${provider.issuer}/interaction/`);
  provider.change = change;
  await browser.post(loginPage, { account });
  const { pathname, search } = new URL(browser.visited.at(-1)!);
  return `${pathname}${search}`;
}
const isConfirmed = async (browser: Browser) =>
  (await json<{ readonly isConfirmed: boolean }>(await browser.once(at('/api/session/confirmation')))).isConfirmed;

describe('a sensitive operation', () => {
  test('needs nothing more within fifteen minutes of the authentication at the provider, by its own time', async () => {
    const browser = await coordinator(authenticated(14 * MINUTE));
    expect(await sensitive(browser)).toBe('done');
    app.setClock(new Date(systemClock.now().getTime() + 2 * MINUTE * 1000).toISOString());
    expect(await sensitive(browser)).toBe('sign-in-again');
  });

  test.each<[string, ChangeClaims]>([
    ['long ago: the provider only remembered the person', authenticated(16 * MINUTE)],
    ['at a time that the provider does not tell', authenticated(0, { auth_time: undefined })],
    ['further ahead than clocks may differ', authenticated(-10 * MINUTE)],
    ['at a lower level than these operations demand', authenticated(0, { acr: LEVEL })],
  ])('is refused after an authentication %s', async (_, change) => {
    const browser = await coordinator(change);
    expect(await sensitive(browser)).toBe('sign-in-again');
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'coordinator') });
  });

  test('is accepted after the person has authenticated anew; the session goes on with another secret', async () => {
    const browser = await coordinator(authenticated(16 * MINUTE));
    const thief = new Browser().copyOf(browser);
    expect(await isConfirmed(browser)).toBe(false);
    expect(await confirm(browser, 'fatima-at-provider')).toBe('/bekreftet');
    expect(Object.fromEntries(provider.lastBegun)).toMatchObject({
      prompt: 'login',
      max_age: '0',
      acr_values: STRONGER,
    });
    expect(await isConfirmed(browser)).toBe(true);
    expect(await sensitive(browser)).toBe('done');
    expect(await who(thief)).toBe(401);
    const { items } = await json<{ items: readonly { current: boolean }[] }>(await browser.once(at('/api/sessions')));
    expect(items.filter(({ current }) => current)).toHaveLength(1);
  });

  test('asks again fifteen minutes later', async () => {
    const browser = await coordinator(authenticated(16 * MINUTE));
    await confirm(browser, 'fatima-at-provider');
    app.setClock(new Date(systemClock.now().getTime() + 16 * MINUTE * 1000).toISOString());
    expect(await sensitive(browser)).toBe('sign-in-again');
  });
});

describe('a confirmation is refused, and the session goes on as it was,', () => {
  test.each<[string, ChangeClaims, string]>([
    ['of a provider that did not ask again', authenticated(2 * MINUTE), 'not-renewed'],
    ['of a provider that does not say when', authenticated(0, { auth_time: undefined }), 'not-renewed'],
    ['at a lower level than is demanded', authenticated(0, { acr: LEVEL }), 'level'],
    ['of another issuer', authenticated(0, { iss: 'https://elsewhere.example' }), 'untrusted'],
    ['by another person', authenticated(0, { sub: 'nils-at-provider' }), 'another-person'],
  ])('%s', async (_, change, failure) => {
    const browser = await coordinator(authenticated(16 * MINUTE));
    expect(await confirm(browser, 'fatima-at-provider', change)).toBe(`/bekreftet?feil=${failure}`);
    expect(await sensitive(browser)).toBe('sign-in-again');
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'coordinator') });
  });

  test('that the person cancels', async () => {
    const browser = await coordinator(authenticated(16 * MINUTE));
    await browser.get(at('/openid/start?confirm=1'));
    await browser.post(browser.visited.at(-1)!, { cancel: '1' });
    expect(browser.visited.at(-1)).toBe(at('/bekreftet?feil=denied'));
    expect(await sensitive(browser)).toBe('sign-in-again');
  });

  test('in a browser that is not signed in: it begins no session', async () => {
    await coordinator(authenticated(0));
    const browser = new Browser();
    expect(await confirm(browser, 'fatima-at-provider')).toBe('/bekreftet?feil=expired');
    expect(await who(browser)).toBe(401);
  });
});

test('each sign-in and each confirmation is a line of the log: how, where and which session, and not who', async () => {
  const before = app.logged.length;
  const browser = await coordinator(authenticated(16 * MINUTE));
  await confirm(browser, 'fatima-at-provider');
  const { items } = await json<{ items: readonly { sessionId: string; current: boolean }[] }>(
    await browser.once(at('/api/sessions')),
  );
  const { sessionId } = items.find(({ current }) => current)!;
  const lines = app.logged.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
  const ofSession = lines.filter(({ session }) => session === sessionId);
  expect(ofSession).toEqual([
    expect.objectContaining({ msg: 'a person signed in', tenant: FJORDVIK, via: 'openid-connect' }),
    expect.objectContaining({ msg: 'a person confirmed who they are', tenant: FJORDVIK, via: 'openid-connect' }),
  ]);
  // The line of the same request says when, and what was answered.
  for (const { requestId } of ofSession)
    expect(lines.filter((line) => line['requestId'] === requestId && line['msg'] === 'answered')).toHaveLength(1);
  const text = app.logged.slice(before).join('');
  for (const secret of ['Fatima', 'fatima', personOf(FJORDVIK, 'coordinator'), browser.cookieNames(at(''))[0]!])
    expect(text).not.toContain(secret);
});

test('the demo’s confirmation does not exist', async () => {
  const browser = await coordinator(authenticated(16 * MINUTE));
  expect((await browser.send('POST', at('/api/session/confirmation'))).status).toBe(404);
});
