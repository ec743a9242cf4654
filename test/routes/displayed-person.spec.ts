import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RouteTable, type Route } from '#platform/http';
import { startApi, type RunningApi } from '../running-api.js';
import { ACTION, BFE, MEETING, NUMBER, personOf, SERVICE, tellStory, UNIT } from './rights.municipality.js';

// A page that displays one person, in a browser where another has signed in meanwhile: no route takes what it sends,
// neither a draft that is saved by itself nor a file.

let api: RunningApi;
let guarded: readonly Route[];
let coordinator: string;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
  guarded = api.app
    .get(RouteTable)
    .all()
    .filter(({ meta }) => 'right' in meta);
  coordinator = await api.cookie(NUMBER, personOf('coordinator'));
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
const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

async function ask(route: Route, displayed: string) {
  const { method, path } = route;
  const address = path.replaceAll(/:(\w+)/g, (_, name: string) => PARAMETERS.get(name) ?? `no ${name}`);
  const isFile = path.includes('/imports/');
  const response = await fetch(`${api.url}${address}`, {
    method: method.toUpperCase(),
    headers: {
      cookie: coordinator,
      'samspill-person': displayed,
      'content-type': isFile ? 'application/octet-stream' : 'application/json',
      'if-match': '"999999"',
    },
    ...(method !== 'get' && { body: isFile ? 'orgnr;navn\r\n' : '{"no such field":true}' }),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await response.text();
  if (isStream) await response.body?.cancel();
  return { status: response.status, text };
}

test('every route refuses requests of a page that shows another person, and nothing is written', async () => {
  const head = await api.installation.events.head();
  const taken: string[] = [];
  for (const route of guarded) {
    const { status, text } = await ask(route, personOf('leaderHere'));
    if (status !== 409 || !text.includes('signed-in-as-another')) taken.push(`${nameOf(route)}: ${status}`);
  }
  expect(guarded.length).toBeGreaterThan(40);
  expect(taken).toEqual([]);
  expect(await api.installation.events.head()).toBe(head);
}, 120_000);

test('the same requests for the signed-in person are processed', async () => {
  const refused: string[] = [];
  for (const route of guarded) {
    const { text } = await ask(route, personOf('coordinator'));
    if (text.includes('signed-in-as-another')) refused.push(nameOf(route));
  }
  expect(refused).toEqual([]);
}, 120_000);
