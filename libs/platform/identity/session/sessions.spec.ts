import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NewSession } from './session.js';
import {
  after,
  aPerson,
  BrowserUnderTest,
  clock,
  HOUR,
  inMemory,
  MINUTE,
  NOW,
  onPostgres,
  sessionsOf,
  signedIn,
  type StoreUnderTest,
} from './sessions-under-test.js';

describe.each([
  ['in memory', inMemory],
  ['in PostgreSQL', onPostgres],
])('sessions %s', (_, open) => {
  let under: StoreUnderTest;
  beforeAll(async () => {
    under = await open();
  });
  afterEach(() => clock.set(NOW));
  afterAll(() => under.close());

  const sessions = (options = {}) => sessionsOf(under.store, options);
  const signIn = (who: NewSession, browser = new BrowserUnderTest(), options = {}) =>
    signedIn(sessions(options), who, browser);
  const isOpen = async ({ request }: Pick<BrowserUnderTest, 'request'>, options = {}) =>
    (await sessions(options).open(request)) !== undefined;

  describe('the cookie', () => {
    test('is hidden from scripts and other sites, and from neighbours of the domain behind https', async () => {
      const plain = await signIn(aPerson());
      expect(plain.received).toEqual([
        expect.stringMatching(/^samspill-session=9901\.[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/),
      ]);
      const secure = await signIn(aPerson(), undefined, { secure: true });
      expect(secure.received[0]).toMatch(/^__Host-samspill-session=.*; HttpOnly; Secure; SameSite=Lax$/);
      expect(await isOpen(secure, { secure: true })).toBe(true);
    });

    test('cannot be made from what is stored', async () => {
      const { browser, session } = await signIn(aPerson());
      const stored = await under.stored();
      expect(stored).toContain(session.sessionId);
      expect(stored).not.toContain(browser.cookie.split('.')[1]);
      const digests = stored.match(/[\w+/-]{43}/g) ?? [];
      for (const text of digests) {
        const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_');
        expect(await isOpen(new BrowserUnderTest(`samspill-session=9901.${urlSafe}`))).toBe(false);
      }
    });

    test('of another form, tenant or installation is no session', async () => {
      const { browser } = await signIn(aPerson());
      const value = browser.cookie.split('=')[1]!;
      const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzZXNzaW9uIjp7fX0.c2lnbmF0dXJl';
      const last = value.endsWith('A') ? 'B' : 'A';
      for (const wrong of ['', 'x', jwt, value.replace('9901', '9902'), value.slice(0, -1) + last, `${value}x`])
        expect([wrong, await isOpen(new BrowserUnderTest(`samspill-session=${wrong}`))]).toEqual([wrong, false]);
      expect(await isOpen({ request: { get: () => undefined } })).toBe(false);
    });
  });

  describe('at sign-in', () => {
    test('an id that the browser brings is not adopted', async () => {
      const planted = `samspill-session=9901.${'A'.repeat(43)}`;
      const browser = new BrowserUnderTest(planted);
      await signIn(aPerson(), browser);
      expect(browser.cookie).not.toBe(planted);
      expect(await isOpen(new BrowserUnderTest(planted))).toBe(false);
      expect(await isOpen(browser)).toBe(true);
    });

    test('the session that the browser had ends, also that of another person in another municipality', async () => {
      const { browser } = await signIn(aPerson());
      const before = new BrowserUnderTest(browser.cookie);
      const { session } = await signIn(aPerson({ tenant: '9902' }), browser);
      expect(await isOpen(before)).toBe(false);
      expect(await sessions().open(browser.request)).toEqual(session);
    });

    test('the session holds ids and the method only', async () => {
      const who = aPerson({ via: 'openid-connect', issuer: 'https://id.example', subject: 's-1', sid: 'p-1' });
      const { session, browser } = await signIn(who);
      const { tenant, personId, via } = who;
      expect(session).toEqual({ sessionId: session.sessionId, tenant, personId, via, authenticatedAt: null });
      expect(await sessions().open(browser.request)).toEqual(session);
    });
  });

  describe('a new proof of who the person is', () => {
    const identity = { issuer: 'https://id.example', subject: 's-1' };
    const of = (more: Partial<NewSession> = {}) => aPerson({ via: 'openid-connect', ...identity, ...more });

    test('is noted in the session, which gets another secret and ends when it would have ended', async () => {
      const { browser, session } = await signIn(of({ authenticatedAt: NOW }));
      const earlier = new BrowserUnderTest(browser.cookie);
      expect(sessions().isConfirmed(session)).toBe(true);
      after(15 * MINUTE);
      expect(sessions().isConfirmed(session)).toBe(true);
      after(15 * MINUTE + 1);
      expect(sessions().isConfirmed(session)).toBe(false);
      // The clock was set back.
      after(-MINUTE - 1);
      expect(sessions().isConfirmed(session)).toBe(false);
      after(HOUR);
      const authenticatedAt = clock.now();
      expect(await sessions().confirm(browser.request, browser.response, { ...identity, authenticatedAt })).toBe(true);
      expect(browser.received.at(-1)).toContain('; Max-Age=82800;');
      expect(await isOpen(earlier)).toBe(false);
      expect(await sessions().open(browser.request)).toEqual({ ...session, authenticatedAt });
      const [listed] = await sessions().list(session.tenant, session.personId);
      expect(listed).toMatchObject({ sessionId: session.sessionId, beganAt: NOW });
    });

    test('is not asked for where the operator has said so', async () => {
      const { session } = await signIn(of());
      expect([sessions().isConfirmed(session), sessions({ confirmMinutes: 0 }).isConfirmed(session)]).toEqual([
        false,
        true,
      ]);
    });

    test('counts for the identity that began the session only, and for a session that there is', async () => {
      const { browser, session } = await signIn(of());
      const { cookie } = browser;
      const authenticatedAt = NOW;
      const others = [{ ...identity, subject: 's-2' }, { ...identity, issuer: 'https://other.example' }, {}];
      for (const other of others)
        expect(await sessions().confirm(browser.request, browser.response, { ...other, authenticatedAt })).toBe(false);
      expect([browser.cookie, browser.received.length]).toEqual([cookie, 1]);
      expect(await sessions().open(browser.request)).toEqual(session);
      const { request, response } = new BrowserUnderTest();
      expect(await sessions().confirm(request, response, { ...identity, authenticatedAt })).toBe(false);
      after(9 * HOUR);
      const late = { ...identity, authenticatedAt: clock.now() };
      expect(await sessions().confirm(browser.request, browser.response, late)).toBe(false);
    });

    test('takes over the provider’s id of its session, by which the provider ends it', async () => {
      const { browser } = await signIn(of({ sid: 'before' }));
      const proof = { ...identity, sid: 'afterwards', authenticatedAt: NOW };
      expect(await sessions().confirm(browser.request, browser.response, proof)).toBe(true);
      expect(await sessions().endAll({ issuer: identity.issuer, sid: 'before' })).toBe(0);
      expect(await sessions().endAll({ issuer: identity.issuer, sid: 'afterwards' })).toBe(1);
      expect(await isOpen(browser)).toBe(false);
    });
  });

  describe('the time-outs', () => {
    test('end a session eight hours after its last use, and looking is no use', async () => {
      const { browser } = await signIn(aPerson());
      after(7.9 * HOUR);
      expect(await sessions().use(browser.request)).toBeDefined();
      after(15.9 * HOUR);
      expect(await isOpen(browser)).toBe(true);
      after(15.9 * HOUR + 1);
      expect(await isOpen(browser)).toBe(false);
      expect(await sessions().use(browser.request)).toBeUndefined();
    });

    test('end a session a day after its beginning, however much it is used', async () => {
      const { browser } = await signIn(aPerson());
      for (let hour = 0; hour <= 24; hour += 1) {
        after(hour * HOUR);
        expect([hour, (await sessions().use(browser.request)) !== undefined]).toEqual([hour, true]);
      }
      after(24 * HOUR + 1);
      expect(await sessions().use(browser.request)).toBeUndefined();
    });

    test('are those of the settings, and a short one still lets a session in use go on', async () => {
      const short = { idleMinutes: 5, hours: 1 };
      const { browser } = await signIn(aPerson(), undefined, short);
      expect(browser.received[0]).toContain('Max-Age=3600');
      for (let minute = 0; minute <= 60; minute += 1) {
        after(minute * MINUTE);
        expect([minute, (await sessions(short).use(browser.request)) !== undefined]).toEqual([minute, true]);
      }
      after(HOUR + 1);
      expect(await isOpen(browser, short)).toBe(false);
    });

    test('need no write at every request', async () => {
      const who = aPerson();
      const { browser } = await signIn(who);
      const usedAt = async () => (await sessions().list(who.tenant, who.personId)).map((each) => each.usedAt);
      after(9 * MINUTE);
      await sessions().use(browser.request);
      expect(await usedAt()).toEqual([NOW]);
      after(11 * MINUTE);
      await sessions().use(browser.request);
      expect(await usedAt()).toEqual([clock.now()]);
    });
  });

  test('a session of a sign-in method that is not in use is not valid', async () => {
    const { browser } = await signIn(aPerson());
    expect(await isOpen(browser, { accepts: ['openid-connect'] })).toBe(false);
    expect(await isOpen(browser, { accepts: ['openid-connect', 'persona-picker'] })).toBe(true);
  });

  describe('in a list', () => {
    test('are the valid ones of the person, the last used first, with a device in families only', async () => {
      const who = aPerson();
      const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';
      const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1';
      const old = await signIn(who);
      after(HOUR);
      const atWork = await signIn(who, new BrowserUnderTest('', edge));
      after(2 * HOUR);
      const onTheWay = await signIn(who, new BrowserUnderTest('', phone));
      await signIn(aPerson());
      after(8 * HOUR + 1);
      await sessions().use(atWork.browser.request);
      const listed = await sessions().list(who.tenant, who.personId);
      const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
      const via = 'persona-picker';
      expect(listed).toEqual([
        {
          ...{ sessionId: atWork.session.sessionId, via, beganAt: at(1), usedAt: clock.now() },
          ...{ browser: 'edge', system: 'windows' },
        },
        {
          ...{ sessionId: onTheWay.session.sessionId, via, beganAt: at(2), usedAt: at(2) },
          ...{ browser: 'safari', system: 'ios' },
        },
      ]);
      expect(listed.map(({ sessionId }) => sessionId)).not.toContain(old.session.sessionId);
      expect(await under.stored()).not.toMatch(/Mozilla|NT 10|Win64|Safari\//);
    });
  });

  test('expired sessions are removed, of every municipality, and no others', async () => {
    const [early, late] = [aPerson(), aPerson({ tenant: '9902' })];
    await signIn(early);
    after(10 * HOUR);
    const { browser } = await signIn(late);
    await sessions().removeExpired(clock.now());
    const stored = await under.stored();
    expect(stored).not.toContain(early.personId);
    expect(stored).toContain(late.personId);
    expect(await isOpen(browser)).toBe(true);
  });

  test('a session of a method that is not in use is not valid', async () => {
    const cookie = await sessions({ accepts: ['openid-connect'] }).issue(aPerson({ via: 'openid-connect' }));
    const browser = new BrowserUnderTest(cookie);
    expect(await isOpen(browser, { accepts: ['openid-connect'] })).toBe(true);
    expect(await isOpen(browser, { accepts: ['persona-picker'] })).toBe(false);
  });
});

describe('a use that cannot be noted', () => {
  const failing = async (code: string) => {
    const { store } = await inMemory();
    const browser = new BrowserUnderTest();
    clock.set(NOW);
    await sessionsOf(store).begin(browser.request, browser.response, aPerson());
    store.touch = () => Promise.reject(Object.assign(new Error('failed'), { code }));
    after(HOUR);
    return sessionsOf(store).use(browser.request);
  };

  test('since the database only reads at the moment, does not refuse the request', async () => {
    expect(await failing('25006')).toBeDefined();
  });
  test('since the database does not answer, is the fault that it is', async () => {
    await expect(failing('57P01')).rejects.toThrow('failed');
  });
});

test('nobody can guess or make a cookie that is valid', async () => {
  const { store } = await inMemory();
  const browser = new BrowserUnderTest();
  const sessions = sessionsOf(store);
  await sessions.begin(browser.request, browser.response, aPerson());
  const secret = fc.string({ minLength: 43, maxLength: 43, unit: fc.constantFrom(...'ABCabc019-_') });
  await fc.assert(
    fc.asyncProperty(fc.oneof(secret, fc.string()), async (guess) => {
      const guessed = new BrowserUnderTest(`samspill-session=9901.${guess}`);
      expect(await sessions.open(guessed.request)).toBeUndefined();
    }),
    { seed: 20261130, numRuns: 300 },
  );
});
