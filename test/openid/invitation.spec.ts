import { describe, expect, test } from '@jest/globals';
import { PersonId, systemClock } from '#platform/kernel';
import {
  app,
  asCoordinator,
  at,
  choose,
  json,
  letIn,
  logIn,
  signIns,
  stateIn,
  way,
  who,
  withProvider,
} from './application-with-provider.js';
import { Browser } from './browser.js';
import { FJORDVIK, personOf, VIDDA } from './sign-in-story.js';

// A link by which a person lets themselves in at the first sign-in.

withProvider();

const DIRECTOR = personOf(FJORDVIK, 'director');
interface Made {
  readonly link: string;
  readonly until: string;
}
interface Looked {
  readonly state: string;
  readonly invited: { readonly name: string; readonly municipality: string; readonly until: string } | null;
  readonly provider: { readonly isAvailable: boolean };
}

const invite = async (personId: string = DIRECTOR, body: unknown = {}, tenant = FJORDVIK) =>
  asCoordinator(tenant, 'POST', `/api/sign-ins/invitations/${personId}`, body);
const made = async (personId?: string, body?: unknown) => json<Made>(await invite(personId, body));
const tokenOf = ({ link }: Made) => new URL(link).hash.slice(1);
const look = async (token: string) =>
  json<Looked>(await new Browser().send('POST', at('/api/sign-in/invitation'), { token }));
const start = (browser: Browser, token: string) => browser.send('POST', at('/api/sign-in/invitation/start'), { token });

/** Presses the button of the page. */
async function begin(browser: Browser, token: string): Promise<void> {
  const { signInAt } = await json<{ readonly signInAt: string }>(await start(browser, token));
  await browser.get(signInAt);
}
/** Logs in at the provider, where the browser is; returns the page that it ends on. */
async function finish(browser: Browser, account: string): Promise<string> {
  await browser.post(browser.visited.at(-1)!, { account });
  const { pathname, search } = new URL(browser.visited.at(-1)!);
  return `${pathname}${search}`;
}
async function enter(browser: Browser, token: string, account: string): Promise<string> {
  await begin(browser, token);
  return finish(browser, account);
}
/** Ends every sign-in of the account in the municipality, for the next specification. */
async function forget(personId: string): Promise<void> {
  for (const { identityId } of (await signIns(FJORDVIK)).approved.filter((one) => one.personId === personId))
    await asCoordinator(FJORDVIK, 'DELETE', `/api/sign-ins/${identityId}/approval`);
}

describe('an invitation link', () => {
  test('lets in the first who signs in by it, at once, and nobody after them', async () => {
    const first = await made();
    expect(first.link.startsWith(`${at('/invitasjon')}#`)).toBe(true);
    const token = tokenOf(first);
    expect(await look(token)).toMatchObject({
      state: 'open',
      invited: { name: 'Nils Berg', municipality: 'Fjordvik', until: first.until },
      provider: { isAvailable: true },
    });
    const [nils, stranger] = [new Browser(), new Browser()];
    // Both have pressed the button; the second comes back when the first is in.
    await begin(nils, token);
    await begin(stranger, token);
    expect(await finish(nils, 'nils-at-provider')).toBe('/');
    expect(await who(nils)).toMatchObject({ personId: DIRECTOR });
    expect(await finish(stranger, 'stranger-at-provider')).toBe('/invitasjon?svar=used');
    expect(await who(stranger)).toBe(401);
    expect(await look(token)).toMatchObject({ state: 'used', invited: null });
    expect((await start(new Browser(), token)).status).toBe(404);
    // From then on as everybody.
    expect(await logIn(new Browser(), 'nils-at-provider', '/moter')).toBe('/moter');
    await forget(DIRECTOR);
  });

  test('is used up by nothing but a sign-in: looking at it, its page and a cancelled sign-in leave it open', async () => {
    const token = tokenOf(await made());
    for (let i = 0; i < 3; i += 1) {
      expect((await fetch(at('/invitasjon'))).status).toBe(200);
      expect((await look(token)).state).toBe('open');
    }
    const browser = new Browser();
    await begin(browser, token);
    await browser.post(browser.visited.at(-1)!, { cancel: '1' });
    const { pathname, search } = new URL(browser.visited.at(-1)!);
    expect(pathname + search).toBe('/invitasjon?feil=denied');
    expect(await enter(browser, token, 'nils-at-provider')).toBe('/');
    await forget(DIRECTOR);
  });

  test('ends with the next one for the same person', async () => {
    const [first, second] = [tokenOf(await made()), tokenOf(await made())];
    expect(await look(first)).toMatchObject({ state: 'unknown', invited: null });
    expect((await look(second)).state).toBe('open');
  });

  test('ends when it is withdrawn, also for one who has pressed the button', async () => {
    const token = tokenOf(await made());
    const browser = new Browser();
    await begin(browser, token);
    await app.caughtUp();
    expect((await signIns(FJORDVIK)).invited).toMatchObject([{ personId: DIRECTOR, name: 'Nils Berg' }]);
    expect((await asCoordinator(FJORDVIK, 'DELETE', `/api/sign-ins/invitations/${DIRECTOR}`)).status).toBe(200);
    expect((await look(token)).state).toBe('revoked');
    expect(await finish(browser, 'nils-at-provider')).toBe('/invitasjon?svar=revoked');
    expect((await signIns(FJORDVIK)).invited).toEqual([]);
    expect((await asCoordinator(FJORDVIK, 'DELETE', `/api/sign-ins/invitations/${DIRECTOR}`)).status).toBe(409);
  });

  test('ends after the days that it was made for', async () => {
    const now = systemClock.now().getTime();
    const { until, ...link } = await made(DIRECTOR, { days: 2 });
    const [least, most] = [now + 2 * 86_400_000, systemClock.now().getTime() + 2 * 86_400_000];
    expect(Date.parse(until)).toBeGreaterThanOrEqual(least - 1);
    expect(Date.parse(until)).toBeLessThanOrEqual(most);
    app.setClock(new Date(Date.parse(until) - 1).toISOString());
    expect((await look(tokenOf({ ...link, until }))).state).toBe('open');
    app.setClock(until);
    expect((await look(tokenOf({ ...link, until }))).state).toBe('expired');
    expect((await signIns(FJORDVIK)).invited).toEqual([]);
  });

  test.each([[{ days: 0 }], [{ days: 31 }], [{ days: 1.5 }], [{ weeks: 1 }]])('is not made for %j', async (body) => {
    expect((await invite(DIRECTOR, body)).status).toBe(400);
  });

  test('is made for people with a role only', async () => {
    const nobody = PersonId.parse('f0000000-0000-4000-8000-000000000000');
    expect((await invite(nobody)).status).toBe(422);
    // One of another municipality is nobody here.
    expect((await invite(DIRECTOR, {}, VIDDA)).status).toBe(422);
  });

  test('lets in one who waits, and they wait no more', async () => {
    const waiting = new Browser();
    await logIn(waiting, 'nils-at-provider');
    await choose(waiting, FJORDVIK);
    expect(stateIn(FJORDVIK, await way(waiting))).toBe('waiting');
    expect(await enter(new Browser(), tokenOf(await made()), 'nils-at-provider')).toBe('/');
    expect((await signIns(FJORDVIK)).waiting).toEqual([]);
    expect(stateIn(FJORDVIK, await way(waiting))).toBe('approved');
    await forget(DIRECTOR);
  });

  test('does nothing for one who signs in as another person, and stays open', async () => {
    await letIn('fatima-at-provider', FJORDVIK, personOf(FJORDVIK, 'coordinator'));
    const token = tokenOf(await made());
    expect(await enter(new Browser(), token, 'fatima-at-provider')).toBe('/invitasjon?svar=another');
    expect((await look(token)).state).toBe('open');
  });

  test('that is wrong tells nothing: of another secret, person or municipality, or cut off', async () => {
    const token = tokenOf(await made());
    const [tenant, person, secret] = token.split('.') as [string, string, string];
    const changed = (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1);
    const wrong = [
      `${tenant}.${person}.${changed}`,
      `${tenant}.${personOf(FJORDVIK, 'coordinator')}.${secret}`,
      `${VIDDA}.${person}.${secret}`,
      `9999.${person}.${secret}`,
      token.slice(0, -1),
      '',
    ];
    for (const each of wrong) expect(await look(each)).toMatchObject({ state: 'unknown', invited: null });
    expect((await start(new Browser(), wrong[0]!)).status).toBe(404);
  });

  test('has no secret in the log, and none in the database', async () => {
    const [, , secret] = tokenOf(await made()).split('.');
    await app.caughtUp();
    const tables = await app.installation.dataSource.query<readonly { readonly name: string }[]>(
      `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and has_table_privilege(oid, 'select')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const written: string[] = [];
    for await (const page of app.installation.events.readAll({ after: 0n, signal: AbortSignal.timeout(30_000) })) {
      written.push(...page.map(({ data, metadata }) => JSON.stringify([data, metadata])));
      if (page.at(-1)!.position >= (await app.installation.events.head())) break;
    }
    expect(written.filter((text) => text.includes('digest')).length).toBeGreaterThan(0);
    expect(written.filter((text) => text.includes(secret!))).toEqual([]);
    for (const { name } of tables) {
      const found = await app.installation.readSide.in(FJORDVIK, (rows) =>
        rows.query<readonly unknown[]>(`select from ${name} as it where it::text like $1`, [`%${secret!}%`]),
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
  });
});

describe('an invitation whose sign-in ended in the middle', () => {
  test('lets in its identity by the policy, once it is marked as used', async () => {
    const token = tokenOf(await made());
    // The process ends after the invitation was used: the identity's own stream has nothing yet.
    const { IdentityStreams } = await import('../../libs/sign-in/streams/identity.streams.js');
    const identities = app.app.get(IdentityStreams, { strict: false });
    const run = identities.run.bind(identities);
    let isCut = true;
    identities.run = (id, command, context) => {
      const isOfPolicy = context.causationId !== undefined;
      if (isCut && !isOfPolicy) throw new Error('the process ended');
      return run(id, command, context);
    };
    try {
      const browser = new Browser();
      await begin(browser, token);
      await finish(browser, 'nils-at-provider');
      expect(await who(browser)).toBe(401);
      expect((await look(token)).state).toBe('used');
    } finally {
      isCut = false;
      identities.run = run;
    }
    await app.caughtUp();
    expect(await logIn(new Browser(), 'nils-at-provider', '/moter')).toBe('/moter');
    await forget(DIRECTOR);
  });

  test('lets in the same identity by the same link once more', async () => {
    const token = tokenOf(await made());
    const [first, again] = [new Browser(), new Browser()];
    await begin(again, token);
    expect(await enter(first, token, 'nils-at-provider')).toBe('/');
    expect(await finish(again, 'nils-at-provider')).toBe('/');
    expect(await who(again)).toMatchObject({ personId: DIRECTOR });
    await forget(DIRECTOR);
  });
});
