import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { at, provider, withProvider } from '../../openid/application-with-provider.js';
import { answerAtProvider, openAsCoordinator } from './at-provider.js';
import { accessibilityFaults, openBrowser, openContext } from './browser.js';

// The first sign-in of a person, at a certified provider, in a real browser.

jest.setTimeout(120_000);
withProvider();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

test('the page of the sign-in is in the first language of the browser that there are texts in', async () => {
  for (const [locale, text] of [
    ['en-GB', 'Sign in with Prøvetjenesten'],
    ['nn-NO', 'Logg inn med Prøvetjenesten'],
    ['pl-PL', 'Logg inn med Prøvetjenesten'],
  ] as const) {
    const context = await openContext(browser, { locale });
    const page = await context.newPage();
    await page.goto(at('/logg-inn'));
    await page.getByRole('link', { name: text }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(
      { 'en-GB': 'en', 'nn-NO': 'nn', 'pl-PL': 'nb' }[locale],
    );
    await context.close();
  }
});

test('somebody new signs in, waits, is recognised by the coordinator, enters, and signs out', async () => {
  const context = await openContext(browser, { viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(at('/moter'));
  await page.getByRole('link', { name: 'Logg inn med Prøvetjenesten' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Logg inn med Prøvetjenesten' }).click();
  await answerAtProvider(page, 'nils-at-provider');
  await page.getByText('Du er logget inn som Nils Berg').waitFor();
  await page.getByRole('button', { name: 'Be om tilgang i Fjordvik' }).click();
  await page.getByText('Venter på godkjenning.').waitFor();
  await page.getByText('Koordinatoren ser nå at du venter.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  const coordinator = await openAsCoordinator(browser, '/innlogginger');
  await coordinator.getByRole('heading', { level: 3, name: 'Nils Berg' }).waitFor();
  expect(await accessibilityFaults(coordinator)).toEqual([]);
  await coordinator.getByRole('button', { name: /^Godkjenn/ }).click();
  await coordinator.getByText('Velg personen først.').waitFor();
  await coordinator.getByRole('radio', { name: 'Det er Nils Berg' }).check();
  await coordinator.getByRole('button', { name: /^Godkjenn/ }).click();
  await coordinator.getByText('Ingen venter.').waitFor();
  await coordinator.getByRole('link', { name: 'Nils Berg' }).waitFor();

  // The page looks again by itself; whoever does not wait that long loads it anew.
  await page.reload();
  await page.getByRole('button', { name: 'Gå inn i Fjordvik' }).click();
  await page.getByRole('button', { name: 'Nils Berg' }).waitFor();
  await page.getByRole('button', { name: 'Nils Berg' }).click();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  // The provider asks whether one wants to sign out there too.
  await page.waitForURL((url) => url.origin === provider.issuer);
  await context.close();
  await coordinator.context().close();
});
