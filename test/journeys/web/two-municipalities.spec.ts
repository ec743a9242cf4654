import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  app,
  askFrom,
  asCoordinator,
  at,
  letIn,
  signIns,
  withProvider,
} from '../../openid/application-with-provider.js';
import { FJORDVIK, personOf, VIDDA } from '../../openid/sign-in-story.js';
import { answerAtProvider } from './at-provider.js';
import { accessibilityFaults, openBrowser, openContext } from './browser.js';

// One identity with a person in each of two municipalities, at a certified provider, in a real browser.

jest.setTimeout(180_000);
withProvider();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

test('somebody of two municipalities chooses one, switches without signing out, and nothing crosses over', async () => {
  await letIn('nils-at-provider', FJORDVIK, personOf(FJORDVIK, 'director'));
  await askFrom('nils-at-provider', VIDDA);
  const [{ identityId } = { identityId: '' }] = (await signIns(VIDDA)).waiting;
  const personId = personOf(VIDDA, 'director');
  expect((await asCoordinator(VIDDA, 'POST', `/api/sign-ins/${identityId}/approval`, { personId })).status).toBe(200);
  await app.caughtUp();

  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Logg inn med Prøvetjenesten' }).click();
  await answerAtProvider(page, 'nils-at-provider');
  await page.getByRole('button', { name: 'Gå inn i Fjordvik' }).click();
  await page.getByRole('banner').getByText('Fjordvik', { exact: true }).waitFor();
  const inFjordvik = await page.request.get(at(`/api/people/${personOf(FJORDVIK, 'coordinator')}`));
  expect(inFjordvik.status()).toBe(200);

  // A second window, in which the first municipality stays on the screen.
  const other = await context.newPage();
  await other.goto(at('/'));
  await other.getByRole('banner').getByText('Fjordvik', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Nils Berg' }).click();
  await page.getByText('Du er i Fjordvik').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Bytt kommune' }).click();
  await page.getByRole('button', { name: 'Gå inn i Vidda' }).click();
  await page.getByRole('banner').getByText('Vidda', { exact: true }).waitFor();
  expect(await page.getByText('Fjordvik').count()).toBe(0);

  // What belongs to the first municipality does not exist here.
  const crossed = await page.request.get(at(`/api/people/${personOf(FJORDVIK, 'coordinator')}`));
  expect(crossed.status()).toBe(404);
  const session = (await (await page.request.get(at('/api/session'))).json()) as { readonly personId: string };
  expect(session.personId).toBe(personId);

  // The other window is told, and shows nothing of the second.
  await other.getByRole('link', { name: 'Enheter', exact: true }).click();
  await other.getByRole('dialog').getByText('Du er logget inn som en annen').waitFor();
  expect(await other.getByText('Vidda').count()).toBe(0);
  await context.close();
});

test('somebody of one municipality is not offered to switch', async () => {
  await letIn('fatima-at-provider', FJORDVIK, personOf(FJORDVIK, 'coordinator'));
  await app.caughtUp();
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Logg inn med Prøvetjenesten' }).click();
  await answerAtProvider(page, 'fatima-at-provider');
  const known = page.waitForResponse((answer) => answer.url().endsWith('/api/session/municipalities'));
  await page.getByRole('button', { name: 'Fatima Solberg' }).click();
  await known;
  await page.getByRole('button', { name: 'Logg ut' }).waitFor();
  expect(await page.getByRole('link', { name: 'Bytt kommune' }).count()).toBe(0);
  await context.close();
});
