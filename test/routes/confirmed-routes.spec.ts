import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RouteTable, type Route } from '#platform/http';
import { startApi, type RunningApi } from '../running-api.js';
import { ask, routesOf, type DocumentedRoute } from './documented-routes.js';
import { NUMBER, personOf, tellStory } from './rights.municipality.js';

// Sensitive operations (ADR 0361): which they are, and what a session is answered whose person has not proven recently
// who they are.

/** Every sensitive operation. Another one belongs here, and on its route. */
const SENSITIVE = [
  'DELETE /api/people/:personId/sessions',
  'DELETE /api/sessions',
  'DELETE /api/sessions/:sessionId',
  'DELETE /api/sign-ins/:identityId/approval',
  'POST /api/imports/people',
  'POST /api/people/:personId/digests/:week/resend',
  'POST /api/people/:personId/roles',
  'POST /api/people/:personId/roles/:roleId/substitutes',
  'POST /api/publications',
  'POST /api/sign-ins/:identityId/approval',
  'POST /api/sign-ins/invitations/:personId',
  'PUT /api/municipality/answers-by-link',
  'PUT /api/people/:personId',
  'PUT /api/people/:personId/leaving',
  'PUT /api/people/:personId/roles/:roleId/end',
  'PUT /api/people/:personId/roles/:roleId/revoked',
];

const NOW = '2026-11-22T08:00:00Z';
const MINUTE = 60_000;

let api: RunningApi;
let documented: readonly DocumentedRoute[];
let responses: Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
beforeAll(async () => {
  api = await startApi(NOW, ({ events }) => tellStory(events));
  await api.settled();
  const document = await (await fetch(`${api.url}/api/openapi.json`)).json();
  documented = routesOf(document as Parameters<typeof routesOf>[0]);
  responses = (document as { paths: typeof responses }).paths;
}, 60_000);
afterAll(() => api.close());

const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;
const routes = () => documented.filter(({ name }) => SENSITIVE.includes(name));
/** A session begun so many ms ago. */
async function sessionOf(age: number, who: 'coordinator' | 'leaderHere' = 'coordinator') {
  const { sessions } = api.installation;
  const authenticatedAt = new Date(new Date(NOW).getTime() - age);
  return sessions.issue({ tenant: NUMBER, personId: personOf(who), via: 'persona-picker', authenticatedAt });
}
const SIGN_IN_AGAIN = 'urn:samspill:problem:sign-in-again';
const isAskedAgain = (text: string) => text.includes(SIGN_IN_AGAIN);

describe('sensitive operations', () => {
  test('are those that are listed', () => {
    const found = api.app.get(RouteTable).all();
    expect(
      found
        .filter(({ meta }) => meta.needsConfirmation)
        .map(nameOf)
        .toSorted(),
    ).toEqual(SENSITIVE);
  });

  test('say in the OpenAPI document that they may ask for a sign-in again, and others do not', () => {
    const wrong = documented.filter(({ name, path, method }) => {
      const { description = '' } = responses[path.replaceAll(/:(\w+)/g, '{$1}')]![method]!.responses['403'] ?? {};
      return description.includes('`sign-in-again`') !== SENSITIVE.includes(name);
    });
    expect(wrong).toEqual([]);
  });

  test('are refused with one and the same problem when the last proof is older than fifteen minutes', async () => {
    const head = await api.installation.events.head();
    const answers: string[] = [];
    for (const route of routes()) {
      const { status, text } = await ask(api.url, await sessionOf(15 * MINUTE + 1), route, 'here');
      answers.push(`${route.name}: ${status} ${isAskedAgain(text)}`);
    }
    expect(answers.toSorted()).toEqual(SENSITIVE.map((name) => `${name}: 403 true`).toSorted());
    expect(await api.installation.events.head()).toBe(head);
  });

  test('are refused so also when nobody knows when the person last proved who they are', async () => {
    const [route] = routes();
    const cookie = await api.installation.sessions.issue({
      ...{ tenant: NUMBER, personId: personOf('coordinator'), via: 'persona-picker' },
      authenticatedAt: undefined,
    } as never);
    expect(isAskedAgain((await ask(api.url, cookie, route!, 'here')).text)).toBe(true);
  });

  test('are not refused so within the fifteen minutes', async () => {
    for (const route of routes()) {
      const { text } = await ask(api.url, await sessionOf(15 * MINUTE), route, 'here');
      expect([route.name, isAskedAgain(text)]).toEqual([route.name, false]);
    }
  });

  test('tell nobody without the right anything but that: the right comes first', async () => {
    for (const route of routes().filter(({ name }) => !name.includes('/api/sessions'))) {
      const { status, text } = await ask(api.url, await sessionOf(60 * MINUTE, 'leaderHere'), route, 'here');
      expect([route.name, status, isAskedAgain(text)]).toEqual([route.name, 403, false]);
    }
  });

  test('are refused in the language of the person, with what to do', async () => {
    const response = await fetch(`${api.url}/api/sessions`, {
      method: 'DELETE',
      headers: { cookie: await sessionOf(60 * MINUTE), 'accept-language': 'nb' },
    });
    expect(await response.json()).toMatchObject({
      title: 'Bekreft at det er deg',
      detail: 'Dette krever at du har logget inn de siste 15 minuttene. Bekreft at det er deg, og prøv igjen.',
    });
  });
});

describe('in the demo', () => {
  test('one request confirms; the session goes on with another secret', async () => {
    const cookie = await sessionOf(60 * MINUTE);
    const confirmation = async (method: string, of: string) => {
      const headers = { cookie: of, 'sec-fetch-site': 'same-origin' };
      return fetch(`${api.url}/api/session/confirmation`, { method, headers });
    };
    expect(await (await confirmation('GET', cookie)).json()).toEqual({
      ...{ isConfirmed: false, minutes: 15 },
      ...{ provider: null, confirmAt: null },
    });
    const response = await confirmation('POST', cookie);
    expect(await response.json()).toMatchObject({ isConfirmed: true });
    const [next] = response.headers.getSetCookie()[0]!.split(';');
    expect((await confirmation('GET', cookie)).status).toBe(401);
    expect(await (await confirmation('GET', next!)).json()).toMatchObject({ isConfirmed: true });
    expect((await fetch(`${api.url}/api/sessions`, { method: 'DELETE', headers: { cookie: next! } })).status).toBe(200);
  });
});
