import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { RouteTable, type Route } from '#platform/http';
import { startApi, type RunningApi } from '../running-api.js';
import { ACTION, BFE, MEETING, NUMBER, personOf, SERVICE, tellStory, UNIT } from './rights.municipality.js';

// Probes every route for statuses that the OpenAPI document lacks; closing the API fails when one is found.

let api: RunningApi;
let routes: readonly Route[];
let coordinator: string;
let document: { paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>> };

beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  routes = api.app.get(RouteTable).all();
  coordinator = await api.cookie(NUMBER, personOf('coordinator'));
  document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as typeof document;
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
  ['refusalId', personOf('auditor')],
  ['schoolYear', '2026'],
  ['month', '2026-11'],
  ['version', '1'],
]);
const addressOf = ({ path }: Route) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(PARAMETERS.get(name)!));

const TOO_LARGE = JSON.stringify({ text: 'x'.repeat(600_000) });
/** Requests that fail before a handler is reached, each in its own way. */
const PROBES: Readonly<Record<string, { headers: Record<string, string>; body?: string; path?: string }>> = {
  'JSON that is none': { headers: {}, body: '{' },
  'too large': { headers: {}, body: TOO_LARGE },
  'an unknown media type': { headers: { 'content-type': 'text/plain' }, body: 'x' },
  'an unknown charset': { headers: { 'content-type': 'application/json; charset=klingon' }, body: '{}' },
  'an unknown encoding': { headers: { 'content-encoding': 'klingon' }, body: '{}' },
  'an unknown field': { headers: {}, body: '{"unknownField":1}' },
  'another site': { headers: { 'sec-fetch-site': 'cross-site' } },
  'another host': { headers: { host: 'samspill.example.no' } },
  'another person displayed': { headers: { 'samspill-person': personOf('auditor') } },
  'no session': { headers: { cookie: '' } },
  'a broken If-Match': { headers: { 'if-match': 'yesterday' } },
  'a revision long gone': { headers: { 'if-match': '"99999"' }, body: '{}' },
  'a query that is not known': { headers: {}, path: '?unknownField=1' },
};

/** By `node:http`, which sends any `Host` and a body with any method; answers with the status alone. */
function statusOf(route: Route, { headers, body, path = '' }: (typeof PROBES)[string]): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${api.url}${addressOf(route)}${path}`,
      {
        method: route.method.toUpperCase(),
        agent: false,
        headers: {
          cookie: coordinator,
          ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        resolve(response.statusCode!);
        if (String(response.headers['content-type']).startsWith('text/event-stream')) sent.destroy();
        else response.resume();
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

describe('the statuses that the OpenAPI document names', () => {
  test.each(Object.keys(PROBES))('include the status of every route when sent %s', async (name) => {
    const undocumented: string[] = [];
    for (const route of routes) {
      const status = await statusOf(route, PROBES[name]!);
      const { responses } = document.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]![route.method]!;
      if (!(status in responses)) undocumented.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(undocumented).toEqual([]);
  });

  test.each([
    ['/api/meetings/{meetingId}/draft', 409, 'conflict'],
    ['/api/meetings/{meetingId}/protocol', 409, 'conflict'],
    ['/api/meetings/{meetingId}/protocol.pdf', 409, 'conflict'],
    ['/api/search', 422, 'refused'],
  ])('describe for %s that %d may mean %s', (path, status, problem) => {
    expect(document.paths[path]!['get']!.responses[status]!.description).toContain(`(\`${problem}\`)`);
  });

  test('include those of an invalid body for a session', () => {
    const { post } = document.paths['/api/session']!;
    expect(Object.keys(post!.responses)).toEqual(expect.arrayContaining(['400', '403', '413', '415', '421']));
  });
});
