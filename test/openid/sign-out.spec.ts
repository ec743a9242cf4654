import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { systemClock } from '#platform/kernel';
import { at, json, letIn, logIn, provider, proxy, who, withProvider } from './application-with-provider.js';
import { Browser } from './browser.js';
import { CLIENT } from './provider.js';
import { FJORDVIK, personOf } from './sign-in-story.js';

// Sign-outs that the provider tells of, and those that go by way of it.

withProvider();

describe('a sign-out at the provider', () => {
  const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const now = () => Math.floor(systemClock.now().getTime() / 1000);
  const tell = (token: string) =>
    fetch(at('/openid/backchannel-logout'), {
      method: 'POST',
      headers: { origin: provider.issuer, 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ logout_token: token }),
    });
  const claims = (more: JWTPayload = {}): JWTPayload => ({
    iss: provider.issuer,
    aud: CLIENT.id,
    sub: 'nils-at-provider',
    iat: now(),
    exp: now() + 120,
    jti: randomUUID(),
    events: EVENTS,
    ...more,
  });
  /** Signs in anew, and returns the browser with the provider's id of its session. */
  async function signedIn(): Promise<{ readonly browser: Browser; readonly sid: string }> {
    await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
    const browser = new Browser();
    let sid = '';
    provider.change = (token) => {
      sid = token['sid'] as string;
      return token;
    };
    await logIn(browser, 'nils-at-provider');
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
    return { browser, sid };
  }

  test('over the back channel ends the session of that sign-in, and no other', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    expect((await tell(await provider.sign(claims({ sid: one.sid }), 'logout+jwt'))).status).toBe(200);
    expect(await who(one.browser)).toBe(401);
    expect(await who(other.browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
  });

  test('that names the person alone ends all of their sessions', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    expect((await tell(await provider.sign(claims()))).status).toBe(200);
    expect([await who(one.browser), await who(other.browser)]).toEqual([401, 401]);
  });

  test('that comes after the session has ended is accepted', async () => {
    const { browser, sid } = await signedIn();
    await browser.send('DELETE', at('/api/session'));
    expect((await tell(await provider.sign(claims({ sid })))).status).toBe(200);
  });

  test('is accepted once', async () => {
    const { sid } = await signedIn();
    const token = await provider.sign(claims({ sid }));
    expect((await tell(token)).status).toBe(200);
    expect((await tell(token)).status).toBe(400);
  });

  test('with a key of the provider that was not known before is accepted', async () => {
    const { browser, sid } = await signedIn();
    await tell(await provider.sign(claims({ sid: 'another session' })));
    await provider.rotateKeys();
    // An unknown key is looked up once a second.
    await until(async () => (await tell(await provider.sign(claims({ sid })))).status === 200);
    expect(await who(browser)).toBe(401);
  });

  test.each<[string, (sid: string) => JWTPayload | Promise<JWTPayload>]>([
    ['of another issuer', (sid) => claims({ sid, iss: 'https://elsewhere.example' })],
    ['for another client', (sid) => claims({ sid, aud: 'another client' })],
    ['without the event', (sid) => claims({ sid, events: {} })],
    ['with a nonce, such as an ID token', (sid) => claims({ sid, nonce: 'x' })],
    ['without an id', (sid) => claims({ sid, jti: '' })],
    ['that has expired', (sid) => claims({ sid, exp: now() - 61 })],
    ['of yesterday', (sid) => claims({ sid, iat: now() - 86_400 })],
    ['of tomorrow', (sid) => claims({ sid, iat: now() + 86_400 })],
    ['about nobody', () => ({ ...claims(), sub: undefined })],
  ])('by a token %s is refused', async (_, made) => {
    const { browser, sid } = await signedIn();
    expect((await tell(await provider.sign(await made(sid)))).status).toBe(400);
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
  });

  test('by a token that the provider has not signed is refused', async () => {
    const { browser, sid } = await signedIn();
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(claims({ sid })).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    const [, body] = forged.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body!}.`;
    for (const token of [forged, unsigned, 'no token']) expect((await tell(token)).status).toBe(400);
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
  });

  test('over the front channel ends the session although no cookie arrives', async () => {
    const { browser, sid } = await signedIn();
    const frame = (query: Record<string, string>) =>
      fetch(at(`/openid/frontchannel-logout?${new URLSearchParams(query).toString()}`), {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' },
      });
    await frame({ iss: 'https://elsewhere.example', sid });
    await frame({ iss: provider.issuer, sid: 'another session' });
    expect(await who(browser)).toMatchObject({ personId: personOf(FJORDVIK, 'director') });
    const answer = await frame({ iss: provider.issuer, sid });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${provider.issuer}`);
    expect(await who(browser)).toBe(401);
  });

  test('over the front channel may leave out the issuer, as Entra ID does', async () => {
    const { browser, sid } = await signedIn();
    await fetch(at(`/openid/frontchannel-logout?${new URLSearchParams({ sid }).toString()}`));
    expect(await who(browser)).toBe(401);
  });

  test('begun here goes by way of the provider, which tells us over the back channel too', async () => {
    const { browser } = await signedIn();
    const out = await json<{ readonly signOutAt: string }>(await browser.send('DELETE', at('/api/session')));
    expect(await who(browser)).toBe(401);
    expect(new URL(out.signOutAt).origin).toBe(provider.issuer);
    expect(new URL(out.signOutAt).searchParams.get('post_logout_redirect_uri')).toBe(at('/logg-inn'));
    const page = await (await browser.get(out.signOutAt)).text();
    const [, secret] = /name="xsrf" value="(\w+)"/.exec(page)!;
    await browser.post(`${provider.issuer}/session/end/confirm`, { xsrf: secret!, logout: 'yes' });
    expect(browser.visited.at(-1)).toMatch(`${proxy.origin}/logg-inn`);
    expect(browser.cookieNames(proxy.origin)).toEqual([]);
  });
});

/** Waits until something is so; the time limit of the specification ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(100);
}
