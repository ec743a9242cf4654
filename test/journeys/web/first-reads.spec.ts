import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { FIRST_READS } from '../../../apps/web/src/early/first-reads.js';
import { openBrowser, seat } from './browser.js';
import { demoAt, discover, type Discovered, type Persona } from './discover.js';
import { watchRequests } from './settled.js';

jest.setTimeout(120_000);

// Reads that a page's HTML sends before its scripts have arrived: the page asks for each of them.

let application: ApplicationUnderTest;
let browser: Browser;
let found: Discovered;

beforeAll(async () => {
  [application, browser] = await Promise.all([openDemo(1), openBrowser()]);
  found = await discover(application.address);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

type Visit = readonly [route: string, as: Persona | null, path?: (of: Discovered) => string];

const VISITS: readonly Visit[] = [
  ['/', 'coordinator'],
  ['/', 'unit-leader'],
  ['/', 'service-unit-leader'],
  ['/', 'service-member'],
  ['/', 'teacher'],
  ['/', 'director'],
  ['/oppfolging', 'coordinator'],
  ['/oppfolging', 'service-unit-leader'],
  ['/oppfolging/ring', 'coordinator'],
  ['/oppfolging/over-frist', 'coordinator'],
  ['/oppfolging/uten-ansvarlig', 'coordinator'],
  ['/oppfolging/avtaler', 'coordinator'],
  ['/oppfolging/avtaler', 'unit-leader'],
  ['/oppfolging/varsler', 'coordinator'],
  ['/oppfolging/varsler', 'unit-leader'],
  ['/moter', 'coordinator'],
  ['/moter', 'unit-leader'],
  ['/moter', 'service-member'],
  ['/moter/:meetingId', 'unit-leader', ({ meeting }) => `/moter/${meeting.planned}`],
  ['/moter/:meetingId', 'unit-leader', ({ meeting }) => `/moter/${meeting.waiting}`],
  ['/moter/:meetingId', 'unit-leader', ({ meeting }) => `/moter/${meeting.filed}`],
  ['/enheter', 'coordinator'],
  ['/enheter/:unitId', 'coordinator', ({ unit }) => `/enheter/${unit}`],
  ['/enheter/:unitId', 'unit-leader', ({ unit }) => `/enheter/${unit}`],
  ['/personer', 'coordinator'],
  ['/personer', 'unit-leader'],
  ['/personer/:personId', 'coordinator', ({ people }) => `/personer/${people.get('unit-leader')!}`],
  ['/personer/:personId', 'teacher', ({ people }) => `/personer/${people.get('service-member')!}`],
  ['/tjenester/:serviceId', 'coordinator', ({ service }) => `/tjenester/${service}`],
  ['/tjenester/:serviceId', 'service-unit-leader', ({ service }) => `/tjenester/${service}`],
  ['/tjenester/:serviceId/enheter', 'coordinator', ({ service }) => `/tjenester/${service}/enheter`],
  ['/virksomheter/:serviceUnitId', 'coordinator', ({ serviceUnit }) => `/virksomheter/${serviceUnit}`],
  ['/arsplan', 'coordinator'],
  ['/arsplan', 'coordinator', () => '/arsplan?ar=2027'],
  ['/arsplan', 'unit-leader'],
  ['/statistikk', 'coordinator'],
  ['/statistikk', 'unit-leader'],
  ['/statistikk', 'service-unit-leader'],
  ['/statistikk/:indicator', 'coordinator', () => '/statistikk/7'],
  ['/statistikk/:indicator', 'coordinator', () => '/statistikk/26'],
  ['/statistikk/:indicator', 'unit-leader', () => '/statistikk/19'],
  ['/oppsummering', 'service-unit-leader'],
  ['/logg-inn', null],
];

/** Early requests to the API that the application has not taken. */
const untaken = (): string[] => {
  const { samspillEarly } = globalThis as unknown as { readonly samspillEarly: ReadonlyMap<string, unknown> };
  return [...samspillEarly.keys()].filter((address) => address.startsWith('/api/'));
};

const named = VISITS.map((visit) => [visit[0], visit[1] ?? 'nobody', visit] as const);

test.each(named)('%s, opened by %s, asks for everything that was sent early', async (_route, _as, visit) => {
  const [route, as, path] = visit;
  const demo = demoAt(application.address);
  const person = as && { tenant: demo.tenant, personId: found.people.get(as)! };
  const { page, open, leave } = await seat(browser, demo, person ?? undefined);
  const settled = watchRequests(page);
  await open(path?.(found) ?? route);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled();
  expect(await page.evaluate(untaken)).toEqual([]);
  await leave();
});

test('every page with first reads is visited', () => {
  const visited = new Set(VISITS.map(([route]) => route));
  expect([...FIRST_READS.keys()].filter((route) => !visited.has(route))).toEqual([]);
});
