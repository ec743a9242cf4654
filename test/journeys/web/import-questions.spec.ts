import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';

jest.setTimeout(300_000);

// A file of people of whom it is not certain who is who: the coordinator answers line by line, by keyboard alone.
let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await settled();
  const known = await coordinator().post(
    '/imports/people',
    file(`Kari Nordmann;;;lærer;${UNIT.here}`, 'Per Hansen;per@gammel.example;;;'),
    {
      'content-type': 'text/csv',
    },
  );
  expect(accepted(known)).toMatchObject({ applied: true });
  await settled();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const settled = async () => application.caughtUp();
const coordinator = () => application.personOf(NUMBER, personOf('coordinator'));
const file = (...lines: readonly string[]) =>
  new TextEncoder().encode(['navn;e-post;tittel;rolle;orgnr', ...lines].join('\r\n'));
const UNCERTAIN = file(
  `Kari Nordmann;kari@ny.example;;lærer;${UNIT.here}`,
  'Per Hansen;per@ny.example;;;',
  `Ola Berg;;;lærer;${UNIT.here}`,
  `Ola Berg;;;møteleder;${UNIT.here}`,
);

const questionsOn = (page: Page) => page.getByRole('region', { name: 'Kven gjeld linjene?' });
/** Chooses the file and waits for its questions. */
async function choose(page: Page): Promise<void> {
  const chosen = { name: 'personer.csv', mimeType: 'text/csv', buffer: Buffer.from(UNCERTAIN) };
  await page.locator('input[type=file]').setInputFiles(chosen);
  await questionsOn(page).getByText('3 linjer kan gjelde').waitFor();
}
/** Name and state of the radio button that has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    return it instanceof HTMLInputElement ? `${it.name} ${it.checked ? 'chosen' : 'open'}` : null;
  });
/** Tabs until the focus is in the question of that line. */
async function tabTo(page: Page, line: number): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === `who-${line} open`) return;
  }
  throw new Error(`The question of line ${line} cannot be reached by Tab`);
}

test.each([
  ['wide', { viewport: { width: 1440, height: 900 } }],
  ['narrow and dark', { viewport: { width: 360, height: 800 }, colorScheme: 'dark' as const }],
])('the questions of an import are accessible, %s', async (_, options) => {
  const person = { tenant: NUMBER, personId: personOf('coordinator') };
  const { page, open, complaints, leave } = await seat(browser, application, person, options);
  await open('/import?hva=people');
  await choose(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('each question is answered with the keyboard, the focus remains, and the answers are imported', async () => {
  const person = { tenant: NUMBER, personId: personOf('coordinator') };
  const { page, open, complaints, leave } = await seat(browser, application, person);
  await open('/import?hva=people');
  await choose(page);
  const accept = page.getByRole('button', { name: /^Importer/ });
  for (const [line, key, left] of [
    [2, 'Space', '2 linjer kan gjelde'],
    [3, 'Space', 'Éi linje kan gjelde'],
    [5, 'ArrowUp', 'Alle spørsmåla er svarte på.'],
  ] as const) {
    expect(await accept.count()).toBe(0);
    await tabTo(page, line);
    await page.keyboard.press(key);
    await questionsOn(page).getByText(left).waitFor();
    await page.getByRole('status').getByText(left).waitFor();
    expect(await focused(page)).toBe(`who-${line} chosen`);
  }
  await accept.waitFor();
  await page.keyboard.press('Tab');
  expect(await accept.evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Fila er importert' }).waitFor();
  await settled();
  const { items } = accepted(await coordinator().get('/people?size=100')) as {
    items: { name: string; email?: string | null }[];
  };
  const named = (whom: string) => items.filter(({ name }) => name === whom).map(({ email }) => email ?? null);
  expect([named('Kari Nordmann'), named('Per Hansen'), named('Ola Berg')]).toEqual([
    ['kari@ny.example'],
    ['per@ny.example'],
    [null, null],
  ]);
  expect(complaints).toEqual([]);
  await leave();
});
