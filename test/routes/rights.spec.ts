import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WorkingTables } from '#platform/database';
import { Problem, RouteTable, type Route } from '#platform/http';
import { Dispatches, dispatchIdOf } from '#platform/mail';
import { startApi, type RunningApi } from '../running-api.js';
import {
  ACTION,
  ACTION_TEXT,
  ALERT,
  HEADING,
  MEETING,
  NUMBER,
  personOf,
  SERVICE,
  BFE,
  tellStory,
  UNIT,
} from './rights.municipality.js';
import { ASKERS, may, ROUTES, type AskerName, type Capability, type Place } from './rights.table.js';

let api: RunningApi;
let routes: readonly Route[];
const cookies = new Map<AskerName, string>();

beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  await sentMail();
  routes = api.app.get(RouteTable).all();
  for (const name of ASKERS) cookies.set(name, await api.cookie(NUMBER, personOf(name)));
}, 60_000);
afterAll(() => api.close());

/** A mail to the coordinator, whose content nobody else may read. */
const MAIL = { personId: personOf('coordinator'), kind: 'daily', period: '2026-11-20' };
async function sentMail() {
  await api.app.get(Dispatches).announce(NUMBER, [{ ...MAIL, dueAt: new Date('2026-11-20T06:00:00Z') }]);
  await api.app.get(WorkingTables).in(NUMBER, (tables) =>
    tables.query(
      `update mail_dispatch set state = 'accepted', composed_at = due_at, envelope_from = 'a@example.no',
           envelope_to = 'b@example.no', subject = 'x', bytes = $1`,
      [Buffer.from('Subject: x\r\n\r\nx')],
    ),
  );
}

const PLACES: readonly Place[] = ['here', 'there'];
const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method.toUpperCase()} ${path}`;
const capabilityOf = (route: Route): Capability | undefined =>
  ROUTES.find(([pattern]) => pattern.test(nameOf(route)))?.[1];
const guarded = () => routes.filter(({ meta }) => 'right' in meta);

/** Path parameters by name. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<Place, string>>>> = {
  unitId: UNIT,
  meetingId: MEETING,
  actionId: ACTION,
  alertId: ALERT,
  personId: { here: personOf('teacherHere'), there: personOf('teacherThere') },
  serviceId: { here: SERVICE.ppt, there: SERVICE.childWelfare },
  serviceUnitId: { here: BFE, there: BFE },
  roleId: { here: randomUUID(), there: randomUUID() },
  identityId: { here: randomUUID(), there: randomUUID() },
  refusalId: { here: randomUUID(), there: randomUUID() },
  dispatchId: { here: dispatchIdOf(NUMBER, MAIL), there: dispatchIdOf(NUMBER, MAIL) },
  schoolYear: { here: '2026', there: '2026' },
  month: { here: '2026-11', there: '2026-11' },
  version: { here: '1', there: '1' },
  indicator: { here: '2', there: '2' },
  municipality: { here: NUMBER, there: NUMBER },
  period: { here: '2026-09', there: '2026-09' },
  week: { here: '2026-W47', there: '2026-W47' },
};
const QUERIES: Readonly<Record<string, string>> = {
  'GET /api/search': '?text=skolen',
  'GET /api/statistics/figures': '?indicators=2',
  'GET /api/statistics/figures.csv': '?indicators=2',
  'GET /api/statistics/figures.pdf': '?indicators=2',
  'GET /api/statistics/figures.xlsx': '?indicators=2',
  'GET /api/statistics/:indicator/changes': '?asOf=2026-11-20',
  'GET /api/supervision-package': '?period=2026-11',
  'GET /api/publications/preview': '?period=2026-09&figures=2',
};

/** These routes check rights after reading the body, so it must be a valid one. */
const BODIES: Readonly<Record<string, (place: Place) => object>> = {
  'POST /api/meetings': (place) => ({ unitIds: [UNIT[place]], on: '2026-12-10', startsAt: '12:00' }),
  'POST /api/actions/:actionId/handover/refusal': () => ({}),
};

/** Carried out by whoever may, since it takes no body: of a person who has no sessions. */
const OF_NOBODY = 'DELETE /api/people/:personId/sessions';

function addressOf(route: Route, place: Place): string {
  const { path } = route;
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = nameOf(route) === OF_NOBODY ? randomUUID() : PARAMETERS[name]?.[place];
    if (value === undefined) throw new Error(`Say in this specification what :${name} is`);
    return value;
  });
}

async function ask(who: AskerName, route: Route, place: Place, address = addressOf(route, place)) {
  const { method } = route;
  const query = QUERIES[nameOf(route)] ?? '';
  // No command may be carried out: its body is invalid, or its revision is one that the stream never had.
  const body = BODIES[nameOf(route)]?.(place) ?? { 'no such field': true };
  const response = await fetch(`${api.url}${address}${query}`, {
    method: method.toUpperCase(),
    headers: { cookie: cookies.get(who)!, 'content-type': 'application/json', 'if-match': '"999999"' },
    ...(method !== 'get' && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await textOf(response) };
}

/** Reads only the first events, since a stream has no end. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

const askAll = (route: Route, place: Place) =>
  Promise.all(ASKERS.map(async (who) => [who, await ask(who, route, place)] as const));

/** Refused, or answered as not found. */
const isDenied = ({ status }: { status: number }) => status === 403 || status === 404;
const isServed = ({ status }: { status: number }, { meta, path }: Route) =>
  // 409: the draft of a filed meeting, which no longer exists.
  meta.kind === 'live'
    ? status === 200
    : meta.kind === 'query'
      ? status === 200 || (status === 409 && path.endsWith('/draft'))
      : [200, 400, 409, 412, 422].includes(status);

describe('every route', () => {
  test('is in the table of § 3.5', () => {
    expect(guarded().length).toBeGreaterThan(40);
    expect(
      guarded()
        .filter((route) => capabilityOf(route) === undefined)
        .map(nameOf),
    ).toEqual([]);
  });

  test('admits exactly the roles of § 3.5', async () => {
    const head = await api.installation.events.head();
    const wrong: string[] = [];
    for (const route of guarded()) {
      const capability = capabilityOf(route)!;
      for (const place of PLACES)
        for (const [who, answer] of await askAll(route, place)) {
          const wanted = may(who, capability, place);
          if (wanted ? !isServed(answer, route) : !isDenied(answer))
            wrong.push(
              `${nameOf(route)}: ${who} ${place} was answered ${answer.status}, ${wanted ? 'may' : 'may not'} ${capability}`,
            );
        }
    }
    expect(wrong).toEqual([]);
    // No command was carried out meanwhile.
    expect(await api.installation.events.head()).toBe(head);
  }, 300_000);

  test('shows nobody the text of a protocol or an action that they may not read', async () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const route of guarded().filter(({ meta }) => meta.kind === 'query'))
      for (const place of PLACES)
        for (const [who, { text }] of await askAll(route, place)) {
          for (const where of PLACES) {
            const words = [
              [HEADING[where], 'read a protocol'],
              [ACTION_TEXT[where], 'read an action'],
            ] as const;
            for (const [word, capability] of words) {
              if (!text.includes(word)) continue;
              seen.add(`${where}: ${capability}`);
              const readable = may(who, capability, where) || may(who, 'read a protocol', where);
              if (!readable) wrong.push(`${nameOf(route)} shows ${who} «${word}»`);
            }
          }
        }
    expect(wrong).toEqual([]);
    // The words occur in some answers: otherwise nothing would have been checked.
    expect([...seen].toSorted()).toEqual([
      'here: read a protocol',
      'here: read an action',
      'there: read a protocol',
      'there: read an action',
    ]);
  }, 300_000);

  test('shows a unit’s figures to roles with the right to them, and the page without them to other participants', async () => {
    const page = guarded().find(({ path }) => path.endsWith('/units/:unitId/overview'))!;
    const wrong: string[] = [];
    for (const place of PLACES)
      for (const [who, { status, text }] of await askAll(page, place)) {
        if (status !== 200) continue;
        const { coverage, openActions, overdueActions } = JSON.parse(text) as Record<string, unknown>;
        const shown = [coverage, openActions, overdueActions].map((figure) => figure !== null);
        // Actions count as children: few of them are for those who may open them.
        const seesActions = may(who, 'see what figures are made of', place);
        const wanted = [may(who, 'see how a unit keeps to the system', place), seesActions, seesActions];
        if (shown.join() !== wanted.join()) wrong.push(`${who} ${place}: ${shown.join()}`);
      }
    expect(wrong).toEqual([]);
  });

  test('says in a meeting’s history how many actions it agreed to those who may read its protocol', async () => {
    const history = guarded().find(({ path }) => path.endsWith('/meetings/:meetingId/timeline'))!;
    const wrong: string[] = [];
    let told = 0;
    for (const place of PLACES)
      for (const [who, { status, text }] of await askAll(history, place)) {
        if (status !== 200) continue;
        const says = /new\s+action|nytt\s+tiltak/.test(text);
        if (says) told += 1;
        if (says !== may(who, 'read a protocol', place)) wrong.push(`${who} ${place}: ${says}`);
      }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });

  test('gives the same answer for a forbidden and an unknown resource', async () => {
    const wrong: string[] = [];
    for (const route of guarded().filter(({ path }) => /:(meetingId|actionId|alertId)/.test(path)))
      for (const who of ['leaderThere', 'teacherThere', 'nurseNowhere'] as const) {
        const outOfReach = await ask(who, route, 'here');
        if (!isDenied(outOfReach)) continue;
        const nowhere = addressOf(
          { ...route, path: route.path.replaceAll(/:(meetingId|actionId|alertId)/g, randomUUID()) },
          'here',
        );
        const notThere = await ask(who, route, 'here', nowhere);
        const [one, other] = [outOfReach, notThere].map(({ text }) => Problem.parse(JSON.parse(text)));
        if (JSON.stringify({ ...one, instance: '' }) !== JSON.stringify({ ...other, instance: '' }))
          wrong.push(`${nameOf(route)} tells ${who} apart`);
      }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('is closed to people of another municipality, whatever their role', async () => {
    const wrong: string[] = [];
    const cookie = await api.cookie('9903', personOf('coordinator'));
    for (const route of guarded()) {
      const response = await fetch(`${api.url}${addressOf(route, 'here')}`, {
        method: route.method.toUpperCase(),
        headers: { cookie, 'content-type': 'application/json' },
      });
      if (response.status !== 401) wrong.push(`${nameOf(route)} answered ${response.status}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('without a guard is one of those listed here', () => {
    const open = routes.filter(({ meta }) => !('right' in meta)).map(nameOf);
    expect(open.toSorted()).toEqual([
      'DELETE /api/session',
      // One's own sessions.
      'DELETE /api/sessions',
      'DELETE /api/sessions/:sessionId',
      // Before one is signed in: forgets whom the provider has proven in this browser.
      'DELETE /api/sign-in',
      // Whom to tell about a weakness.
      'GET /.well-known/security.txt',
      'GET /api/docs',
      'GET /api/docs/page.css',
      'GET /api/docs/page.js',
      'GET /api/docs/start.js',
      'GET /api/live',
      'GET /api/openapi.json',
      // What a municipality has published is for everybody.
      'GET /api/publications',
      'GET /api/publications/of/:municipality',
      'GET /api/publications/of/:municipality/:period',
      'GET /api/session',
      'GET /api/session/personas',
      'GET /api/sessions',
      'GET /api/sign-in',
      // Stops one kind of mail, by a signed address.
      'GET /avmeld/:token',
      'GET /health/live',
      'GET /health/ready',
      // A calendar program, by a signed address.
      'GET /kalender/:tenant/:personId/:feedId/:signature.ics',
      'GET /metrics',
      // Browsers that come from the OpenID provider, or go there.
      'GET /openid/callback',
      'GET /openid/frontchannel-logout',
      'GET /openid/start',
      // The public page.
      'GET /publisert/:municipality',
      'GET /publisert/:municipality/:period',
      'GET /publisert/:municipality/:period/tall.csv',
      'GET /publisert/stil.css',
      // An action's owner answers, by a signed address.
      'GET /svar/:token',
      'POST /api/session',
      'POST /api/sign-in',
      'POST /avmeld/:token',
      // The OpenID provider, by a token that it has signed.
      'POST /openid/backchannel-logout',
      'POST /svar/:token',
    ]);
  });
});
