import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { at, provider, withProvider } from '../../openid/application-with-provider.js';
import { answerAtProvider, openAsCoordinator } from './at-provider.js';
import { accessibilityFaults, openBrowser, openContext } from './browser.js';

// A person lets themselves in by a link that the coordinator made, at a certified provider, in a browser of their own.

jest.setTimeout(120_000);
withProvider();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const own = (): Promise<BrowserContext> => openContext(browser, { viewport: { width: 360, height: 740 } });
const USED = 'Lenken er brukt, og virker bare én gang.';

test('the coordinator makes a link, its person signs in by it in another browser, and then it says that it is used', async () => {
  const coordinator = await openAsCoordinator(browser, '/innlogginger');
  const person = coordinator.getByRole('combobox', { name: 'Hvem vil du invitere?' });
  await person.pressSequentially('Nils');
  await coordinator.getByRole('option', { name: /^Nils Berg/ }).waitFor();
  await person.press('Enter');
  await coordinator.getByRole('button', { name: 'Lag lenke' }).click();
  const link = await coordinator.getByRole('textbox', { name: 'Lenke til Nils Berg' }).inputValue();
  expect(link).toContain(`${at('/invitasjon')}#`);
  expect(await accessibilityFaults(coordinator)).toEqual([]);

  const home = await own();
  const page = await home.newPage();
  await page.goto(link);
  await page.getByText('Invitasjonen er til Nils Berg i Fjordvik.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Logg inn med Prøvetjenesten' }).click();
  await page.waitForURL((url) => url.origin === provider.issuer);
  await answerAtProvider(page, 'nils-at-provider');
  await page.getByRole('button', { name: 'Nils Berg' }).waitFor();
  expect(page.url()).not.toContain('#');

  // The same browser, in which Nils is signed in; and the browser of somebody who got the link too.
  await isUsed(page, link);
  const stranger = await own();
  await isUsed(await stranger.newPage(), link);
  await Promise.all([coordinator.context().close(), home.close(), stranger.close()]);
});

async function isUsed(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByText(USED).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
}
