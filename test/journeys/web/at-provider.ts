import type { Browser, Page } from 'playwright-core';
import { app, at } from '../../openid/application-with-provider.js';
import { FJORDVIK, personOf } from '../../openid/sign-in-story.js';
import { openContext } from './browser.js';

/** Answers the provider's sign-in page as this account. */
export async function answerAtProvider(page: Page, account: string): Promise<void> {
  await page.getByLabel('Konto').fill(account);
  await page.getByRole('button', { name: 'Logg inn' }).click();
}

/** A page of the coordinator, who is signed in, in a browser of their own. */
export async function openAsCoordinator(browser: Browser, path: string): Promise<Page> {
  const session = await app.installation.sessions.issue({
    tenant: FJORDVIK,
    personId: personOf(FJORDVIK, 'coordinator'),
    via: 'openid-connect',
  });
  const [name, value] = session.split('=') as [string, string];
  const context = await openContext(browser, { viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url: at('/') }]);
  const page = await context.newPage();
  await page.goto(at(path));
  return page;
}
