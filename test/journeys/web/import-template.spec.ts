import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { NUMBER, personOf, tellStory, UNIT } from '../../routes/rights.municipality.js';
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

/** One line for each template, by the first words of its headings. */
const FILLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  units: { orgnr: '974600951', type: 'skole', eigarforhold: 'offentleg', namn: 'Lia skule', navn: 'Lia skole' },
  people: { namn: 'Kari Lie', navn: 'Kari Lie', rolle: 'rektor', orgnr: UNIT.here },
  services: { teneste: 'Logopeden', tjeneste: 'Logopeden', type: 'PPT' },
};

test.each(Object.keys(FILLED))(
  'the template for %s is a workbook that is imported without faults once filled in',
  async (what) => {
    const person = { tenant: NUMBER, personId: personOf('coordinator') };
    const { page, open, complaints, leave } = await seat(browser, application, person);
    await open(`/import?hva=${what}`);
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Last ned ein mal (Excel)' }).click();
    const template = await downloaded;
    expect(template.suggestedFilename()).toMatch(/^\p{Ll}+\.xlsx$/u);
    const [headings] = (await readSheet(await readFile(await template.path()))) as unknown as [string[]];
    const csv = await page.getByRole('link', { name: 'Mal som CSV' }).getAttribute('href');
    expect(headings).toEqual(decodeURIComponent(csv!).split('\uFEFF')[1]!.trim().split(';'));

    const line = headings.map((heading) => FILLED[what]![heading] ?? null);
    const rows = [headings, line].map((cells) => cells.map((value) => (value === null ? null : { value })));
    const buffer = await writeXlsx(rows).toBuffer();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.locator('input[type=file]').setInputFiles({ name: 'fylt ut.xlsx', mimeType, buffer });
    await page.getByRole('button', { name: /^Importer/ }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  },
);
