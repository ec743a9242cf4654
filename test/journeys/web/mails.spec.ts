import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { renderedMail } from '#platform/mail';
import { WEEK_47 } from '../../../libs/platform/mail/layout/mail-document.examples.js';
import { accessibilityFaults, openBrowser } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a mail', () => {
  test.each([
    ['in light, 640 px and more', 800, 'light'],
    ['in the dark', 800, 'dark'],
    ['on a telephone', 360, 'light'],
    ['on a telephone in the dark', 360, 'dark'],
    ['at 400 %', 320, 'light'],
  ] as const)('%s has no faults, and is no wider than its window', async (_, width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    try {
      await page.setContent(renderedMail(WEEK_47).html);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    } finally {
      await page.close();
    }
  });
});
