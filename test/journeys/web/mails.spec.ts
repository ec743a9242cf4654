import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderedMail } from '#platform/mail';
import { WEEK_47 } from '../../../libs/platform/mail/layout/mail-document.examples.js';
import { accessibilityFaults, openBrowser } from './browser.js';
import { MAILS, OUTSIDE_PAGES } from './written-html.examples.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Faults of each document in a window, by its name; of those that have any. */
async function faultsOf(
  documents: Readonly<Record<string, string>>,
  { width, colorScheme }: { readonly width: number; readonly colorScheme: 'light' | 'dark' },
): Promise<Readonly<Record<string, readonly string[]>>> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  try {
    const found: Record<string, readonly string[]> = {};
    for (const [name, html] of Object.entries(documents)) {
      await page.setContent(html);
      const faults = [...(await accessibilityFaults(page)), ...(await wider(page, width))];
      if (faults.length > 0) found[name] = faults;
    }
    return found;
  } finally {
    await page.close();
  }
}

/** A fault where one would have to scroll sideways. */
async function wider(page: Page, width: number): Promise<readonly string[]> {
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  return needed > width ? [`${needed} px wide`] : [];
}

const WINDOWS = [
  ['in light', 1440, 'light'],
  ['in the dark', 1440, 'dark'],
  ['on a telephone', 360, 'light'],
  ['on a telephone in the dark', 360, 'dark'],
  ['at 400 %', 320, 'light'],
] as const;

describe('mails have no faults, and are no wider than their window,', () => {
  test.each(WINDOWS)('%s', async (_, width, colorScheme) => {
    const documents = { ...MAILS, 'every kind of part': renderedMail(WEEK_47).html };
    expect(await faultsOf(documents, { width, colorScheme })).toEqual({});
  });
});

describe('pages that links in mails open have no faults, and are no wider than their window,', () => {
  test.each(WINDOWS)('%s', async (_, width, colorScheme) => {
    expect(await faultsOf(OUTSIDE_PAGES, { width, colorScheme })).toEqual({});
  });
});

test('a fault is found, in a mail as in a page', async () => {
  const bad = {
    grey: '<html lang="nb"><title>T</title><main><h1>T</h1><p style="color:#ccc">Lys tekst</p></main></html>',
  };
  const faults = await faultsOf(bad, { width: 320, colorScheme: 'light' });
  expect(String(faults['grey'])).toContain('color-contrast');
  const long = { wide: '<html lang="nb"><title>T</title><main><h1 style="width:400px">T</h1></main></html>' };
  expect(String((await faultsOf(long, { width: 320, colorScheme: 'light' }))['wide'])).toContain('px wide');
});
