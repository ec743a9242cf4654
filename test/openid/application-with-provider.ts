import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { systemClock } from '#platform/kernel';
import { openApplication, type ApplicationUnderTest } from '../journeys/application-under-test.js';
import { Browser } from './browser.js';
import { CLIENT, LEVEL, ProviderUnderTest, type Demands } from './provider.js';
import { ReverseProxy } from './reverse-proxy.js';
import { personOf, tellSignInStory } from './sign-in-story.js';

// The application with a certified provider, over real HTTP; one of each for a specification.

export let proxy: ReverseProxy;
export let provider: ProviderUnderTest;
export let app: ApplicationUnderTest;

interface Wanted {
  readonly demands?: Demands;
  /** Variables of the installation in place of the usual ones; one without a value is not set. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
}

/** Starts both before the specifications of a file, and stops them afterwards. */
export function withProvider(wanted: () => Promise<Wanted> = () => Promise.resolve({})): void {
  beforeAll(async () => {
    const { demands, settings = {} } = await wanted();
    proxy = await ReverseProxy.start();
    const accounts = {
      'fatima-at-provider': { name: 'Fatima Solberg', email: 'fatima@fjordvik.example' },
      'nils-at-provider': { name: 'Nils Berg', email: 'nils.berg@fjordvik.example' },
      'stranger-at-provider': { name: 'Ukjent Person', email: 'ukjent@example.no' },
    };
    provider = await ProviderUnderTest.start(proxy.origin, accounts, demands);
    app = await openApplication(systemClock.now().toISOString(), {
      SAMSPILL_ORIGIN: proxy.origin,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ACR: LEVEL,
      OIDC_NAME: 'Prøvetjenesten',
      ...settings,
    });
    proxy.forwardTo(app.address);
    await tellSignInStory(app.installation.events);
    await app.caughtUp();
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await provider.close();
    await proxy.close();
  });

  // The provider reads the machine's clock; the installation's is set to the same time.
  beforeEach(() => app.setClock(systemClock.now().toISOString()));
}

export const at = (path: string) => `${proxy.origin}${path}`;
export const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;

/** Goes to the provider and logs in there; returns the last answer, at the page that the browser ends on. */
export async function logIn(browser: Browser, account: string, page = '/', choose = ''): Promise<string> {
  await browser.get(at(`/openid/start?return=${encodeURIComponent(page)}${choose}`));
  const loginPage = browser.visited.at(-1)!;
  if (loginPage.startsWith(provider.issuer)) await browser.post(loginPage, { account });
  const { pathname, search } = new URL(browser.visited.at(-1)!);
  return `${pathname}${search}`;
}

export interface Way {
  readonly signedIn: boolean;
  readonly returnTo: string | null;
  readonly identity: {
    readonly name: string | null;
    readonly municipalities: readonly { readonly municipality: string; readonly state: string }[];
  } | null;
}
export const way = async (browser: Browser) => json<Way>(await browser.once(at('/api/sign-in')));
export const stateIn = (tenant: string, { identity }: Way) =>
  identity?.municipalities.find(({ municipality }) => municipality === tenant)?.state;
export const choose = (browser: Browser, municipality: string) =>
  browser.send('POST', at('/api/sign-in'), { municipality });
export const who = async (browser: Browser) => {
  const response = await browser.once(at('/api/session'));
  return response.status === 200 ? json<{ readonly personId: string }>(response) : response.status;
};

export interface SignIns {
  readonly waiting: readonly {
    readonly identityId: string;
    readonly name: string | null;
    readonly proposals: readonly { readonly personId: string; readonly likeness: string }[];
  }[];
  readonly approved: readonly { readonly identityId: string; readonly personId: string }[];
  readonly invited: readonly { readonly personId: string; readonly name: string; readonly until: string }[];
}
/** The coordinator's own session, begun without the provider. */
export async function asCoordinator(tenant: string, method: string, path: string, body?: unknown): Promise<Response> {
  const cookie = await app.installation.sessions.issue({
    tenant,
    personId: personOf(tenant, 'coordinator'),
    via: 'openid-connect',
  });
  return fetch(at(path), {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
export const signIns = async (tenant: string) => {
  await app.caughtUp();
  return json<SignIns>(await asCoordinator(tenant, 'GET', '/api/sign-ins'));
};

/** Lets the account in as the person, by way of the coordinator; does nothing if it is let in already. */
export async function letIn(account: string, tenant: string, person: string): Promise<void> {
  const browser = new Browser();
  await logIn(browser, account);
  const before = await way(browser);
  if (before.identity === null || stateIn(tenant, before) === 'approved') return;
  expect((await choose(browser, tenant)).status).toBe(200);
  const { waiting } = await signIns(tenant);
  const { name } = (await way(browser)).identity!;
  const { identityId } = waiting.find((one) => one.name === name)!;
  const answer = await asCoordinator(tenant, 'POST', `/api/sign-ins/${identityId}/approval`, { personId: person });
  expect(answer.status).toBe(200);
}

/** Asks to be let in to a further municipality. */
export async function askFrom(account: string, tenant: string): Promise<void> {
  const browser = new Browser();
  await logIn(browser, account, '/', '&choose=1');
  await choose(browser, tenant);
}
