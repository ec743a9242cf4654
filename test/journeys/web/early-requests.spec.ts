import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { NUMBER, personOf, tellStory } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { openBrowser, seat } from './browser.js';

jest.setTimeout(180_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await application.caughtUp();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const coordinator = { tenant: NUMBER, personId: personOf('coordinator') };
/** The files of all texts of a language, of which the municipality's is nynorsk. */
const ALL_TEXTS = /\/assets\/texts-(?:nb|nn|en)-[^/]+\.json$/;
/** The visit's record, and whether the script in the HTML has run. */
const early = () => [localStorage.getItem('samspill.visit') !== null, 'samspillEarly' in globalThis] as const;

test('a page whose early script a proxy has changed requests everything itself', async () => {
  const { page, leave } = await seat(browser, application, coordinator);
  // The Content-Security-Policy names the script by its digest, so a changed one does not run.
  await page.route('**/enheter', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<script>', '<script>/* proxy */') });
  });
  await page.goto('/enheter');
  await page.getByRole('heading', { name: 'Einingar', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Skolen here' }).first().waitFor();
  expect((await page.evaluate(early))[1]).toBe(false);
  await leave();
});

test.each(['5', '{"personId":"a"}', '{"personId":"a","reads":{"/enheter":7}}', '{'])(
  'a page shows its contents although the record of the last visit is damaged: %s',
  async (damaged) => {
    const { page, open, complaints, leave } = await seat(browser, application, coordinator);
    await open('/tiltak');
    await page.evaluate((text) => localStorage.setItem('samspill.visit', text), damaged);
    await open('/enheter');
    await page.getByRole('link', { name: 'Skolen here' }).first().waitFor();
    expect(await page.evaluate(early)).toEqual([true, true]);
    expect(complaints).toEqual([]);
    await leave();
  },
);

test.each(['/', '/enheter', '/statistikk'])(
  'the first visit to %s needs the texts of that page alone, and loads all texts afterwards',
  async (path) => {
    const { page, leave } = await seat(browser, application, coordinator);
    let answerAll!: () => void;
    const isAnswered = new Promise<void>((resolve) => (answerAll = resolve));
    await page.route(ALL_TEXTS, async (route) => {
      await isAnswered;
      await route.continue();
    });
    const all = page.waitForRequest(ALL_TEXTS);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main:not(:has([data-waiting]))').waitFor();
    await all;
    answerAll();
    await page.waitForFunction(() => localStorage.getItem('samspill.texts') !== null);
    await leave();
  },
);

test('a later visit takes all texts from the browser’s cache', async () => {
  const { page, open, leave } = await seat(browser, application, coordinator);
  await open('/tiltak');
  await page.waitForFunction(() => localStorage.getItem('samspill.texts') !== null);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await open('/enheter');
  await page.getByRole('link', { name: 'Skolen here' }).first().waitFor();
  expect(requested.filter((path) => /^\/assets\/texts-/.test(path))).toEqual([
    expect.stringMatching(/^\/assets\/texts-nn-[^/]+\.json$/),
  ]);
  await leave();
});
