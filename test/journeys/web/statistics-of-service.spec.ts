import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';
import { demoAt, discover, type Discovered, type Persona } from './discover.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
let found: Discovered;
beforeAll(async () => {
  [application, browser] = await Promise.all([openDemo(2), openBrowser()]);
  found = await discover(application.address);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const seatOf = (persona: Persona) => {
  const demo = demoAt(application.address);
  return seat(browser, demo, { tenant: demo.tenant, personId: found.people.get(persona)! });
};

interface Figures {
  readonly figures: readonly { readonly whole: { readonly numerator: number; readonly denominator: number } }[];
}
async function figureOf(page: Page, indicator: number, query = '') {
  const answer = await page.request.get(`/api/statistics/figures?indicators=${indicator}&period=2026-2027&${query}`);
  const [{ whole }] = ((await answer.json()) as Figures).figures as [Figures['figures'][number]];
  return {
    share: Math.round((100 * whole.numerator) / whole.denominator),
    words: `${whole.numerator} av ${whole.denominator}`,
  };
}

test('the leader of services reads the figures of her own ones, the coordinator those of each, others of none', async () => {
  const coordinator = await seatOf('coordinator');
  const leader = await seatOf('service-unit-leader');
  const service = ({ page }: typeof leader) => page.getByRole('combobox', { name: 'Tjeneste', exact: true });
  const { items } = (await (await coordinator.page.request.get('/api/services?size=200')).json()) as {
    readonly items: readonly { readonly serviceId: string; readonly name: string }[];
  };
  await coordinator.open('/statistikk');
  await service(coordinator).waitFor();
  expect(await service(coordinator).getByRole('option').allInnerTexts()).toEqual([
    'Alle tjenester',
    ...items.map(({ name }) => name),
  ]);
  const { roles } = (await (await leader.page.request.get('/api/session')).json()) as {
    readonly roles: readonly { readonly serviceIds?: readonly string[] }[];
  };
  const own = items.filter(({ serviceId }) => roles.some(({ serviceIds = [] }) => serviceIds.includes(serviceId)));
  expect(own.length).toBeLessThan(items.length);

  const { page, open } = leader;
  await open('/statistikk');
  await service(leader).selectOption({ label: own[0]!.name });
  expect(await service(leader).getByRole('option').allInnerTexts()).toEqual([
    'Alle tjenester',
    ...own.map(({ name }) => name),
  ]);
  const chosen = own[0]!.serviceId;
  // Attendance is the first figure of a service; meetings as such belong to none.
  const attendance = await figureOf(page, 12, `service=${chosen}`);
  await page
    .getByRole('heading', { level: 2, name: new RegExp(`^Oppmøte per tjeneste er ${attendance.share}.% i skoleåret`) })
    .waitFor();
  await page.getByText(/^Her står bare tallene som kan regnes for én tjeneste\. De \d+ andre er ikke med\./).waitFor();
  expect(await page.getByRole('article').filter({ hasText: 'Møtedekning' }).count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('tjeneste')).toBe(chosen);
  // What she may open is not hidden from her, and what the page shows can be downloaded.
  const overdue = await figureOf(page, 19, `service=${chosen}`);
  await page
    .getByRole('article')
    .filter({ hasText: `${overdue.words} tiltak` })
    .first()
    .waitFor();
  const file = await page.request.get((await page.getByRole('link', { name: 'Last ned CSV' }).getAttribute('href'))!);
  const lines = (await file.text()).split('\r\n');
  expect([file.status(), lines.some((line) => line.includes(`Tjeneste: ${own[0]!.name}`))]).toEqual([200, true]);
  expect(lines.some((line) => line.includes('Møtedekning'))).toBe(false);
  expect(await accessibilityFaults(page)).toEqual([]);

  // A figure that no service has says so, and leads to the same figure for all of them.
  await page.goto(`/statistikk/7?tjeneste=${chosen}`);
  await page.getByRole('heading', { level: 2, name: 'Tallet kan ikke regnes for én tjeneste' }).waitFor();
  expect(await page.getByRole('link', { name: 'Last ned CSV' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Vis for alle tjenester' }).click();
  await page.getByText(`${(await figureOf(page, 7)).words} møter i skoleåret 2026/27`).waitFor();

  const unitLeader = await seatOf('unit-leader');
  await unitLeader.open('/statistikk');
  await unitLeader.page.getByRole('combobox', { name: 'Periode', exact: true }).waitFor();
  await unitLeader.page.getByRole('article').first().waitFor();
  expect(await service(unitLeader).count()).toBe(0);
  for (const { complaints } of [coordinator, leader, unitLeader]) expect(complaints).toEqual([]);
  await Promise.all([coordinator, leader, unitLeader].map(({ leave }) => leave()));
});
