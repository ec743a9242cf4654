import { describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { systemClock } from '#platform/kernel';
import { app, at, letIn, logIn, provider, proxy, way, who, withProvider } from './application-with-provider.js';
import { Browser } from './browser.js';
import { type ChangeClaims } from './provider.js';
import { FJORDVIK, personOf } from './sign-in-story.js';

// Answers of the provider that are wrong, late or come twice begin no session.

withProvider();

describe('an answer of the provider', () => {
  const now = () => Math.floor(systemClock.now().getTime() / 1000);
  const wrong: readonly (readonly [what: string, change: ChangeClaims])[] = [
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' })],
    ['for another client', (claims) => ({ ...claims, aud: 'another client' })],
    ['to another sign-in', (claims) => ({ ...claims, nonce: 'another nonce' })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['that has expired, by more than the clocks may differ', (claims) => ({ ...claims, exp: now() - 61 })],
    ['without a subject', ({ sub: _, ...claims }) => claims],
  ];

  test.each(wrong)('%s begins no session', async (_, change) => {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    const browser = new Browser();
    provider.change = change;
    expect(await logIn(browser, 'nils-at-provider')).toBe('/logg-inn?feil=untrusted');
    expect(await who(browser)).toBe(401);
    expect((await way(browser)).identity).toBeNull();
  });

  test.each([
    ['another level of assurance', (claims: JWTPayload) => ({ ...claims, acr: 'low' })],
    ['no level of assurance', ({ acr: _, ...claims }: JWTPayload) => claims],
  ])('with %s than is required is refused, although it was asked for', async (_, change) => {
    const browser = new Browser();
    provider.change = change;
    expect(await logIn(browser, 'nils-at-provider')).toBe('/logg-inn?feil=level');
    expect(await who(browser)).toBe(401);
  });

  test('that expired within the difference that clocks may have is accepted', async () => {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    const browser = new Browser();
    provider.change = (claims) => ({ ...claims, exp: now() - 20 });
    expect(await logIn(browser, 'nils-at-provider', '/moter')).toBe('/moter');
  });

  test('is measured by the installation’s clock', async () => {
    const browser = new Browser();
    app.setClock(new Date(systemClock.now().getTime() + 2 * 3600_000).toISOString());
    expect(await logIn(browser, 'nils-at-provider')).toBe('/logg-inn?feil=untrusted');
  });

  test('that is signed with a key that the provider does not publish is refused', async () => {
    const browser = new Browser();
    const { privateKey } = await generateKeyPair('RS256');
    provider.forged = (claims, kid) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    expect(await logIn(browser, 'nils-at-provider')).toBe('/logg-inn?feil=untrusted');
    expect(await who(browser)).toBe(401);
  });

  test('works once: the same callback again, by a thief of its address and cookies, begins nothing', async () => {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    const browser = new Browser();
    await browser.get(at('/openid/start'));
    const thief = new Browser().copyOf(browser);
    await browser.post(browser.visited.at(-1)!, { account: 'nils-at-provider' });
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
    const callback = browser.visited.find((address) => address.startsWith(at('/openid/callback')))!;
    const again = await thief.once(callback);
    expect(again.headers.get('location')).toBe('/logg-inn?feil=used');
    expect(await who(thief)).toBe(401);
  });

  test('to a sign-in of another browser begins nothing', async () => {
    const begun = new Browser();
    await begun.get(at('/openid/start'));
    const victim = new Browser();
    const login = begun.visited.at(-1)!;
    // The attacker logs in as themselves and makes another browser open the callback.
    const callback = await callbackOf(begun, login, 'nils-at-provider');
    const answer = await victim.once(callback);
    expect(answer.headers.get('location')).toBe('/logg-inn?feil=expired');
    expect(await who(victim)).toBe(401);
  });

  test('that comes later than ten minutes after the start is refused', async () => {
    const browser = new Browser();
    await browser.get(at('/openid/start'));
    const login = browser.visited.at(-1)!;
    app.setClock(new Date(systemClock.now().getTime() + 601_000).toISOString());
    await browser.post(login, { account: 'nils-at-provider' });
    expect(new URL(browser.visited.at(-1)!).search).toBe('?feil=expired');
  });

  test('that the person cancelled is told as such', async () => {
    const browser = new Browser();
    await browser.get(at('/openid/start'));
    await browser.post(browser.visited.at(-1)!, { cancel: '1' });
    expect(new URL(browser.visited.at(-1)!).search).toBe('?feil=denied');
  });

  test('leads back to pages of this installation only', async () => {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    expect(await logIn(new Browser(), 'nils-at-provider', '//elsewhere.example/moter')).toBe('/');
    expect(await logIn(new Browser(), 'nils-at-provider', 'https://elsewhere.example')).toBe('/');
  });
});

test('the provider may change its keys at any time', async () => {
  await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
  await provider.rotateKeys();
  const browser = new Browser();
  expect(await logIn(browser, 'nils-at-provider', '/moter')).toBe('/moter');
  expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
});

test('the demo’s sign-in does not exist', async () => {
  expect((await fetch(at('/api/session/personas'))).status).toBe(404);
  const choice = { personId: personOf(FJORDVIK, 'director'), municipality: FJORDVIK };
  expect((await new Browser().send('POST', at('/api/session'), choice)).status).toBe(404);
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
