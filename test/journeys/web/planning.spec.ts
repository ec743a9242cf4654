import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { openBrowser, seat } from './browser.js';
import { demoAt, discover, type Discovered, type Persona } from './discover.js';

jest.setTimeout(120_000);

// The coordinator's planning in May, and a unit leader's changes to it afterwards.

let application: ApplicationUnderTest;
let browser: Browser;
let found: Discovered;
beforeAll(async () => {
  [application, browser] = await Promise.all([openDemo(1), openBrowser()]);
  found = await discover(application.address);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});
const sit = (persona: Persona) => {
  const demo = demoAt(application.address);
  return seat(browser, demo, { tenant: demo.tenant, personId: found.people.get(persona)! });
};

/** A file of units as a spreadsheet program saves it. */
const csv = (...lines: string[]) => ({
  name: 'enheter.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['orgnr;navn;type;eierforhold;antall', ...lines].join('\r\n')),
});

describe('import', () => {
  test('a file is previewed with its errors named, and imported exactly as previewed', async () => {
    const { page, open, leave, complaints } = await sit('coordinator');
    await open('/import');
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles(
      csv('310000000;Prøvelia skole;grunnskole;kommunal;120', '310000020;Gal skole;grunnskole;kommunal;7'),
    );
    await page.getByText('Organisasjonsnummeret er ikke gyldig').waitFor();
    expect(await page.getByRole('button', { name: /^Importer/ }).count()).toBe(0);
    const skip = page.getByRole('checkbox', { name: 'Hopp over linjene med feil' });
    expect(await skip.count()).toBe(1);
    await chooser.setInputFiles({ name: 'enheter.json', mimeType: 'application/json', buffer: Buffer.from('{"navn"') });
    await page.getByText('Rett fila og velg den på nytt.').waitFor();
    expect(await skip.count()).toBe(0);
    await chooser.setInputFiles(csv('310000000;Prøvelia skole;grunnskole;kommunal;120'));
    await page.getByRole('rowheader', { name: /Prøvelia skole/ }).waitFor();
    await page.getByRole('button', { name: 'Importer én endring' }).click();
    await page.getByRole('heading', { name: 'Fila er importert' }).waitFor();
    await page.getByRole('link', { name: 'Gå til enhetene' }).click();
    await page.getByRole('link', { name: 'Prøvelia skole' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('a preview is not imported when the registry has changed since', async () => {
    const { page, open, leave } = await sit('coordinator');
    await open('/import');
    await page.locator('input[type=file]').setInputFiles(csv('310000116;Prøveåsen skole;grunnskole;kommunal;90'));
    const accept = page.getByRole('button', { name: 'Importer én endring' });
    await accept.waitFor();
    const cookie = await demoAt(application.address).cookieOf('9901', found.people.get('coordinator')!);
    const meanwhile = await fetch(`${application.address}/api/imports/units`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/octet-stream' },
      body: csv('310000116;Prøveåsen skole;grunnskole;kommunal;91').buffer.toString(),
    });
    expect(meanwhile.status).toBe(200);
    await accept.click();
    await page.getByText(/Ingenting er importert, fordi fila eller registeret er endret/).waitFor();
    // The current effect is shown instead: the number of children is reset.
    await page.getByText('91').waitFor();
    await leave();
  });
});

describe('the year plan', () => {
  test('the coordinator resolves a collision, accepts a month, and then the rest', async () => {
    const { page, open, leave, complaints } = await sit('coordinator');
    await open('/arsplan?ar=2027&regel=2-3-1230');
    const grid = page.getByRole('grid');
    await grid
      .getByRole('button', { name: /kolliderer/ })
      .first()
      .waitFor();
    const counts = page.getByText(/enheter: .* kollisjoner/);
    const before = await counts.innerText();

    await grid
      .getByRole('button', { name: /kolliderer/ })
      .first()
      .click();
    const panel = page.getByRole('complementary');
    await panel
      .getByRole('button', { name: /^Bruk / })
      .first()
      .click();
    await panel.getByText('Valgt av deg').waitFor();
    await counts.filter({ hasNotText: before }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });

    await grid.getByRole('button', { name: 'oktober 2027', exact: true }).click();
    await panel.getByRole('button', { name: /^Godta/ }).click();
    await grid
      .getByRole('button', { name: /oktober 2027: bestemt/ })
      .first()
      .waitFor();
    await panel.getByRole('button', { name: 'Lukk' }).click();

    await page.getByText(/^Kollisjoner \(/).click();
    await page.getByRole('button', { name: /^Bruk alle/ }).click();
    await page.getByText('Ingen kollisjoner').waitFor();
    await page.getByRole('button', { name: /^Godta \d+ møter$/ }).click();
    await page.getByRole('button', { name: 'Legg i årsplanen' }).click();
    await page.getByText(/0 foreslått/).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  test('is navigated with the arrow keys, from cell to cell', async () => {
    const { page, open, leave } = await sit('coordinator');
    await open('/arsplan');
    const first = page.locator('[data-cell="1/1"]');
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('2/2');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('1/0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('1/1');
    await leave();
  });

  test('the focused cell stays visible, and the print has every unit', async () => {
    const { page, open, leave } = await sit('coordinator');
    await page.setViewportSize({ width: 1280, height: 160 });
    await open('/arsplan');
    const rows = page.locator('tr[data-index]');
    const all = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
    expect(await rows.count()).toBeLessThan(all);
    await page.locator('[data-cell="1/1"]').focus();
    await page.keyboard.press('PageDown');
    await page.locator(`[data-cell="${all}/1"]:focus`).waitFor();
    // the rows drawn beside it are measured, and the page scrolls along, after it has the focus
    await page.waitForFunction(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction((count) => document.querySelectorAll('tr[data-index]').length === count, all);
    // on an upright A4 sheet with 1 cm margins, each day is inside its cell
    await page.setViewportSize({ width: 718, height: 1047 });
    await open('/arsplan?ar=2027&regel=2-3-1230');
    await page.locator('tbody [data-cell]').first().waitFor();
    expect(
      await page.locator('tbody [data-cell]').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          return words.getBoundingClientRect().width > cell.getBoundingClientRect().width ? cell.textContent : [];
        }),
      ),
    ).toEqual([]);
    await leave();
  });

  test('a unit’s leader moves a meeting within its month and sees who can attend', async () => {
    const { page, open, leave } = await sit('unit-leader');
    await open('/arsplan');
    const row = page.locator('tr[data-month="2027-04"]');
    const before = await row.getByRole('link').innerText();
    await row.getByRole('button', { name: /Flytt møtet i april/ }).click();
    const free = row.locator('label', { hasText: 'alle er ledige' }).first();
    await free.click();
    await row.getByRole('button', { name: 'Flytt', exact: true }).last().click();
    await row.locator('form').waitFor({ state: 'detached' });
    await page.waitForFunction(
      (was) => document.querySelector('tr[data-month="2027-04"] a')?.textContent !== was,
      before,
    );
    await leave();
  });

  test('another unit’s address does not tell its leader whether it exists', async () => {
    const { page, open, leave } = await sit('unit-leader');
    const words = async (path: string) => {
      await open(path);
      await page.getByRole('alert').waitFor();
      return page.locator('main').innerText();
    };
    const theirs = await words(`/enheter/${found.otherUnit}`);
    expect(theirs).toContain('Denne siden kan du ikke åpne');
    expect(await words('/enheter/974552876')).toBe(theirs);
    await leave();
  });
});
