import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { openBrowser, seat } from './browser.js';
import { demoAt, discover, type Persona } from './discover.js';
import { MEETING, NOW, person, tellNansenparken } from './nansenparken.js';

jest.setTimeout(180_000);

// The focus after each keyboard command: never at the top of the document.

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const press = async (page: Page, it: Locator) => {
  await it.focus();
  await page.keyboard.press('Enter');
};
const hasFocus = (page: Page, it: Locator) => it.and(page.locator(':focus')).waitFor();
const pageHeading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('after filing, correcting or choosing another version, the focus is on the heading of the page shown', async () => {
  const application = await openApplication(NOW);
  await tellNansenparken(application.installation.events);
  await application.caughtUp();
  const { page, open, leave } = await seat(browser, application, person('kari'));
  await open(`/moter/${MEETING}`);
  await page.getByLabel('Hva, tiltak 1', { exact: true }).focus();
  await page.keyboard.type('Veilede lærerne');
  await page.keyboard.press('Tab');
  await page.keyboard.type('nina');
  await page
    .getByRole('option', { name: /Nina Foss/ })
    .first()
    .waitFor();
  for (const key of ['Enter', 'Tab', '3u', 'Tab', 'Tab', 'gr', 'Tab', 've'])
    await (/^[A-Z]/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
  await page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
  await page.keyboard.press('Control+Enter');
  await hasFocus(page, pageHeading(page, 'Protokoll onsdag 18. november'));

  await press(page, page.getByRole('button', { name: 'Rett protokollen' }));
  await hasFocus(page, pageHeading(page, 'Rett protokollen fra onsdag 18. november'));
  await page.getByLabel('Hva, tiltak 1', { exact: true }).fill('Veilede lærerne på 5. trinn');
  await press(page, page.getByRole('button', { name: 'Lever rettelsen' }));
  await hasFocus(page, page.getByLabel('Hvorfor rettes protokollen?'));
  await page.keyboard.type('Feil trinn');
  await press(page, page.getByRole('button', { name: 'Lever rettelsen' }));
  await hasFocus(page, pageHeading(page, 'Protokoll onsdag 18. november'));

  await press(page, page.getByRole('link', { name: 'Versjon 1', exact: true }));
  await page.getByText('Dette er versjon 1. Den er rettet siden.').waitFor();
  await hasFocus(page, pageHeading(page, 'Protokoll onsdag 18. november'));
  // the latest version has been read before, so it is shown at once
  await press(page, page.getByRole('link', { name: 'Versjon 2', exact: true }));
  await page.getByText('Dette er versjon 1.').waitFor({ state: 'detached' });
  await hasFocus(page, pageHeading(page, 'Protokoll onsdag 18. november'));
  await leave();
  await application.close();
});

describe('in the demo, the focus of the coordinator', () => {
  let application: ApplicationUnderTest;
  let people: ReadonlyMap<Persona, string>;
  beforeAll(async () => {
    application = await openDemo(1);
    people = (await discover(application.address)).people;
  }, 240_000);
  afterAll(() => application.close());
  const sit = (persona: Persona) => {
    const demo = demoAt(application.address);
    return seat(browser, demo, { tenant: demo.tenant, personId: people.get(persona)! });
  };

  test('is in the panel after opening a cell, in the form of a reminder, and on the button that opened it after sending', async () => {
    const { page, open, leave } = await sit('coordinator');
    await open('/oppfolging');
    await press(
      page,
      page
        .getByRole('grid')
        .getByRole('gridcell', { name: /for sen|ikke holdt/ })
        .first(),
    );
    const panel = page.getByRole('complementary', { name: 'Om enheten' });
    await hasFocus(page, panel);
    await press(page, panel.getByRole('button', { name: 'Minn på' }));
    await hasFocus(page, panel.getByRole('combobox', { name: 'Minn på' }));
    await press(page, panel.getByRole('button', { name: 'Send påminnelsen' }));
    await hasFocus(page, panel.getByRole('button', { name: 'Minn på' }));
    await leave();
  });

  test('is on the heading of the collisions after accepting all alternatives', async () => {
    const { page, open, leave } = await sit('coordinator');
    await open('/arsplan?ar=2027&regel=2-3-1230&vis=kollisjoner');
    const takeAll = page.getByRole('button', { name: /^Bruk alle/ });
    await takeAll.waitFor();
    await press(page, takeAll);
    await takeAll.waitFor({ state: 'detached' });
    await hasFocus(page, page.getByRole('main').getByRole('heading'));
    await leave();
  });

  test('is on the report after an import', async () => {
    const { page, open, leave } = await sit('coordinator');
    await open('/import');
    const buffer = Buffer.from(
      'orgnr;navn;type;eierforhold;antall\r\n310000000;Prøvelia skole;grunnskole;kommunal;120',
    );
    await page.locator('input[type=file]').setInputFiles({ name: 'enheter.csv', mimeType: 'text/csv', buffer });
    const accept = page.getByRole('button', { name: 'Importer én endring' });
    await accept.waitFor();
    await press(page, accept);
    await hasFocus(page, page.getByRole('heading', { name: 'Fila er importert' }));
    await leave();
  });

  test('is in the first field with a fault after sending an empty new meeting', async () => {
    const { page, open, leave } = await sit('coordinator');
    await open('/moter');
    await press(page, page.getByRole('button', { name: 'Nytt møte' }));
    const dialog = page.getByRole('dialog');
    await press(page, dialog.getByRole('button', { name: 'Planlegg møtet' }));
    await hasFocus(page, dialog.locator('[aria-invalid="true"]').first());
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('host');
    await leave();
  });

  test('of those who lead one unit, hits of other units are names and no links', async () => {
    const { page, open, leave } = await sit('unit-leader');
    await open('/sok');
    await page.getByRole('searchbox').fill('skole');
    const units = page.getByRole('region', { name: 'Enheter' });
    await units.getByRole('listitem').nth(1).waitFor();
    for (const link of await units.getByRole('link').all()) {
      await page.goto((await link.getAttribute('href'))!);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByText('Denne siden kan du ikke åpne').count()).toBe(0);
    }
    await open('/sok');
    await page.getByRole('searchbox').fill('skole');
    await units.getByRole('listitem').nth(1).waitFor();
    expect(await units.getByRole('link').count()).toBeLessThan(await units.getByRole('listitem').count());
    await leave();
  });
});
