import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verify, type Finding } from '../../apps/cli/src/verify/verify.js';
import { Problem, RouteTable, type Route } from '#platform/http';
import { startApi, type RunningApi } from '../running-api.js';
import { ACTION, BFE, MEETING, NUMBER, personOf, SERVICE, tellStory, UNIT } from './rights.municipality.js';
import { ASKERS, type AskerName } from './rights.table.js';
import { bodyWith, nameOf, schemaOf, timesIn, valueOf, type TimeField } from './sent.examples.js';

// Sends arbitrary input to every route, discovered from the application: each answers, and the log and the read models
// stay intact.

let api: RunningApi;
let routes: readonly Route[];
const cookies = new Map<AskerName, string>();

beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  routes = api.app.get(RouteTable).all();
  for (const name of ASKERS) cookies.set(name, await api.cookie(NUMBER, personOf(name)));
}, 60_000);
afterAll(() => api.close());

const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['unitId', UNIT.here],
  ['meetingId', MEETING.here],
  ['actionId', ACTION.here],
  ['personId', personOf('teacherHere')],
  ['serviceId', SERVICE.ppt],
  ['serviceUnitId', BFE],
  ['roleId', personOf('auditor')],
  ['schoolYear', '2026'],
  ['month', '2026-11'],
  ['version', '1'],
  ['week', '2026-W47'],
  ['figure', 'actions'],
  ['token', 'no.such.token'],
]);
const addressOf = ({ path }: Route, changes: ReadonlyMap<string, string> = new Map()) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => changes.get(name) ?? encodeURIComponent(PARAMETERS.get(name)!));

interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: AskerName;
}
async function send(route: Route, address: string, { query, body, headers, as = 'coordinator' }: Sent = {}) {
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const leaving = new AbortController();
  const response = await fetch(`${api.url}${address}${search}`, {
    method: route.method.toUpperCase(),
    headers: { cookie: cookies.get(as)!, 'content-type': 'application/json', ...headers },
    ...(route.method !== 'get' && { body: JSON.stringify(body ?? {}) }),
    signal: leaving.signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? '' : await response.text();
  leaving.abort();
  return { status: response.status, text };
}

const guarded = () => routes.filter(({ meta }) => 'right' in meta);
/** A refusal with a sentence, whose status tells the asker to correct something. */
const isRefusal = ({ status, text }: { status: number; text: string }) =>
  status >= 400 && status < 500 && Problem.safeParse(JSON.parse(text)).success;

describe('a day, month or year outside the supported range', () => {
  const OUTSIDE: Readonly<Record<TimeField['kind'], readonly string[]>> = {
    day: ['0000-01-01', '1899-12-31', '2101-01-01', '2206-11-03', '9999-12-31'],
    month: ['0000-01', '1899-12', '2101-01', '9999-08'],
    year: ['0', '1899', '2101', '9999', '275760'],
  };
  const asNumber = (kind: TimeField['kind'], text: string) => (kind === 'year' ? Number(text) : text);

  test('is refused with a sentence by every route with such a parameter', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const route of routes)
      for (const input of route.inputs)
        for (const { at, kind } of timesIn(input))
          for (const outside of OUTSIDE[kind]) {
            tried += 1;
            const name = input.name ?? String(at[0]);
            const answer =
              input.in === 'path'
                ? await send(route, addressOf(route, new Map([[name, outside]])))
                : input.in === 'query'
                  ? await send(route, addressOf(route), { query: { [name]: outside } })
                  : await send(route, addressOf(route), { body: bodyWith(at, asNumber(kind, outside)) });
            if (!isRefusal(answer))
              wrong.push(`${nameOf(route)} ${[name, ...at].join('.')}=${outside}: ${answer.status}`);
          }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(150);
  }, 120_000);

  test('is tested on the routes with such a parameter', () => {
    const known = (name: string) =>
      routes
        .filter((route) => nameOf(route) === name)
        .flatMap(({ inputs }) => inputs.flatMap((it) => [...timesIn(it)]));
    expect(known('GET /api/units/:unitId/months/:month/free-days')).toMatchObject([{ kind: 'month' }]);
    expect(known('POST /api/meetings')).toMatchObject([{ kind: 'day', at: ['on'] }]);
    expect(routes.flatMap(({ inputs }) => inputs.flatMap((it) => [...timesIn(it)])).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['day', 'month', 'year']),
    );
  });
});

describe('text that no engine can store', () => {
  test.each(['%00', 'a%00b', '%ED%A0%80', '..%2f'])(
    'as a path parameter (%s) gets the same answer for every role',
    async (text) => {
      const wrong: string[] = [];
      for (const route of guarded())
        for (const [, name] of route.path.matchAll(/:(\w+)/g)) {
          const address = addressOf(route, new Map([[name!, text]]));
          const answers = await Promise.all(
            (['coordinator', 'leaderThere', 'auditor'] as const).map((as) => send(route, address, { as })),
          );
          const statuses = [...new Set(answers.map(({ status }) => status))];
          if (statuses.length > 1 || !answers.every(isRefusal))
            wrong.push(`${nameOf(route)} :${name}: ${statuses.join()}`);
        }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty;q=0.9', '\u00ff'])(
    'as a language (%s) is ignored',
    async (language) => {
      const headers = { 'accept-language': language };
      expect((await fetch(`${api.url}/api/session`, { headers })).status).toBe(401);
      expect((await fetch(`${api.url}/api/no-such-place`, { headers })).status).toBe(404);
    },
  );
});

describe('any body sent to the routes that append', () => {
  const commands = () => guarded().filter(({ meta }) => meta.kind === 'command' && meta.takesFile !== true);

  test('is answered without a server error, stops no read model and leaves a readable log', async () => {
    const faults: string[] = [];
    let appended = 0;
    expect(commands().length).toBeGreaterThan(40);
    for (const [nth, route] of commands().entries()) {
      const body = route.inputs.find((input) => input.in === 'body');
      const sent = body ? valueOf(schemaOf(body.schema)) : fc.constant({});
      for (const [i, value] of fc.sample(sent, { seed: 20_261_128 + nth, numRuns: 12 }).entries()) {
        // Alternates between the units, so that a command that ends one unit's fixture leaves the other for later
        // commands.
        const place = i % 2 === 0 ? 'here' : 'there';
        const address = addressOf(
          route,
          new Map([
            ['unitId', UNIT[place]],
            ['meetingId', MEETING[place]],
            ['actionId', ACTION[place]],
          ]),
        );
        const answer = await send(route, address, { body: value, as: i % 3 === 2 ? 'leaderHere' : 'coordinator' });
        if (answer.status >= 500) faults.push(`${nameOf(route)} ${JSON.stringify(value)}: ${answer.status}`);
        if (answer.status === 200) appended += 1;
      }
    }
    expect(faults).toEqual([]);
    expect(appended).toBeGreaterThan(50);
    await api.settled();
    expect(await stopped()).toEqual([]);
    expect(await found()).toEqual([]);
    expect(await unanswered()).toEqual([]);
  }, 180_000);

  const stopped = async () => {
    const rows: { name: string; state: string }[] = await api.installation.dataSource.query(
      `select name, state from log_follower where state = 'stopped'`,
    );
    return rows;
  };
  const found = async (): Promise<Finding[]> => {
    const findings: Finding[] = [];
    await verify(api.installation, {
      onFinding: (finding) => findings.push(finding),
      terminal: { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 },
      signal: new AbortController().signal,
    });
    return findings;
  };
  /** Queries that fail after all of these commands are in the log. */
  const unanswered = async () => {
    const wrong: string[] = [];
    for (const route of guarded().filter(({ meta }) => meta.kind === 'query')) {
      const query = route.path.endsWith('/search') ? { text: 'skolen' } : undefined;
      const { status } = await send(route, addressOf(route), query && { query });
      if (status >= 500) wrong.push(`${nameOf(route)}: ${status}`);
    }
    return wrong;
  };
});
