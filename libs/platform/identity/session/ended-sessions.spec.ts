import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SESSION_ENDED } from './session-store.js';
import type { NewSession } from './session.js';
import {
  after,
  aPerson,
  BrowserUnderTest,
  clock,
  HOUR,
  inMemory,
  NOW,
  onPostgres,
  sessionsOf,
  signedIn,
  type StoreUnderTest,
} from './sessions-under-test.js';

describe.each([
  ['in memory', inMemory],
  ['in PostgreSQL', onPostgres],
])('of sessions %s there can be ended', (_, open) => {
  let under: StoreUnderTest;
  beforeAll(async () => {
    under = await open();
  });
  afterEach(() => clock.set(NOW));
  afterAll(() => under.close());

  const sessions = () => sessionsOf(under.store);
  const signIn = (who: NewSession) => signedIn(sessions(), who, new BrowserUnderTest());
  const isOpen = async ({ request }: BrowserUnderTest) => (await sessions().open(request)) !== undefined;

  test('the session of a browser, which is then valid in none', async () => {
    const { browser } = await signIn(aPerson());
    const copy = new BrowserUnderTest(browser.cookie);
    await sessions().end(browser.request, browser.response);
    expect(browser.received.at(-1)).toMatch(/^samspill-session=; Max-Age=0; /);
    expect(await isOpen(copy)).toBe(false);
  });

  test('one of a person’s sessions leaves the others, and nobody else’s can be ended', async () => {
    const who = aPerson();
    const [one, other] = [await signIn(who), await signIn(who)];
    const stranger = aPerson();
    expect(await sessions().endOne(stranger.tenant, stranger.personId, one.session.sessionId)).toBe(false);
    expect(await sessions().endOne('9902', who.personId, one.session.sessionId)).toBe(false);
    expect(await isOpen(one.browser)).toBe(true);
    expect(await sessions().endOne(who.tenant, who.personId, one.session.sessionId)).toBe(true);
    expect(await sessions().endOne(who.tenant, who.personId, one.session.sessionId)).toBe(false);
    expect([await isOpen(one.browser), await isOpen(other.browser)]).toEqual([false, true]);
  });

  test('all of a person’s sessions, or all but one', async () => {
    const who = aPerson();
    const [one, two, three] = [await signIn(who), await signIn(who), await signIn(who)];
    const colleague = await signIn(aPerson());
    const elsewhere = await signIn({ ...who, tenant: '9902' });
    expect(await sessions().endAll(who, two.session.sessionId)).toBe(2);
    expect(await Promise.all([one, two, three].map(({ browser }) => isOpen(browser)))).toEqual([false, true, false]);
    expect(await sessions().endAll({ tenant: who.tenant, personId: who.personId })).toBe(1);
    expect(await Promise.all([two, colleague, elsewhere].map(({ browser }) => isOpen(browser)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('those of one session at a provider, or of one person there, in every municipality', async () => {
    const [issuer, subject, sid] = [`https://${randomUUID()}.example`, randomUUID(), randomUUID()];
    const of = (more: Partial<NewSession>) => aPerson({ via: 'openid-connect', issuer, subject, sid, ...more });
    const here = await signIn(of({}));
    const there = await signIn(of({ tenant: '9902' }));
    const otherSid = await signIn(of({ sid: randomUUID() }));
    const withoutSid = await signIn(aPerson({ via: 'openid-connect', issuer, subject }));
    const others = [
      await signIn(of({ subject: randomUUID(), sid: randomUUID() })),
      await signIn(of({ issuer: 'https://other.example' })),
      await signIn(aPerson()),
    ];
    expect(await sessions().endAll({ issuer, sid })).toBe(2);
    expect([await isOpen(here.browser), await isOpen(there.browser)]).toEqual([false, false]);
    expect([await isOpen(otherSid.browser), await isOpen(withoutSid.browser)]).toEqual([true, true]);
    expect(await sessions().endAll({ issuer, subject })).toBe(2);
    expect([await isOpen(otherSid.browser), await isOpen(withoutSid.browser)]).toEqual([false, false]);
    expect(await Promise.all(others.map(({ browser }) => isOpen(browser)))).toEqual([true, true, true]);
  });

  test('a session for good: a request that began before does not revive it', async () => {
    const who = aPerson();
    const { session, browser } = await signIn(who);
    await sessions().endAll(who);
    await under.store.touch({ ...who, ...session }, new Date(NOW.getTime() + HOUR), NOW);
    expect(await isOpen(browser)).toBe(false);
  });

  test('each in a way that is announced to the other processes', async () => {
    const provider = { via: 'openid-connect', issuer: 'https://heard.example' } as const;
    const [a, b, c, d, e] = [aPerson(), aPerson(), aPerson(), aPerson({ ...provider, subject: 's' }), aPerson()];
    const heard: unknown[] = [];
    const all = Promise.withResolvers<void>();
    const deaf = under.signals.listen(SESSION_ENDED, {
      received: (message) => {
        heard.push(message);
        if (heard.length === 5) all.resolve();
      },
    });
    // The first connection is opened when something is published or listened to.
    const ready = Promise.withResolvers<void>();
    under.signals.listen('ready', { received: () => ready.resolve() });
    under.signals.publish('ready', {});
    await ready.promise;
    const { browser } = await signIn(a);
    await sessions().end(browser.request, browser.response);
    await sessions().endOne(b.tenant, b.personId, (await signIn(b)).session.sessionId);
    await signIn(c);
    await sessions().endAll(c);
    await signIn(d);
    await sessions().endAll({ issuer: provider.issuer, subject: 's' });
    await signIn(e);
    after(25 * HOUR);
    await sessions().removeExpired(clock.now());
    await all.promise;
    deaf();
    expect(heard.slice(0, 4)).toEqual([a, b, c, d].map(({ tenant, personId }) => ({ tenant, personId })));
    // Earlier specifications left sessions, too, which are removed in any order.
    expect(heard.length).toBeGreaterThanOrEqual(5);
  });

  test('everybody’s, by the operator', async () => {
    const browsers = [(await signIn(aPerson())).browser, (await signIn(aPerson({ tenant: '9902' }))).browser];
    clock.set(new Date(NOW.getTime() - HOUR));
    expect(await sessions().endEverybodys()).toBeGreaterThanOrEqual(2);
    expect(await Promise.all(browsers.map(isOpen))).toEqual([false, false]);
    expect(await sessions().endEverybodys()).toBe(0);
  });
});
