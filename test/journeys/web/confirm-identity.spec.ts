import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { systemClock } from '#platform/kernel';
import { app, at, letIn, provider, withProvider } from '../../openid/application-with-provider.js';
import { FJORDVIK, personOf as personAtProvider } from '../../openid/sign-in-story.js';
import { NUMBER, personOf, tellStory } from '../../routes/rights.municipality.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { answerAtProvider } from './at-provider.js';
import { accessibilityFaults, openBrowser, openContext, seat } from './browser.js';

// A sensitive operation asks the person to prove who they are; what they had typed is neither lost nor typed twice.

jest.setTimeout(180_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const asked = (page: Page, name = 'Bekreft at det er deg') => page.getByRole('dialog', { name });

describe('in the demo', () => {
  let application: ApplicationUnderTest;
  beforeAll(async () => {
    application = await openApplication('2026-11-22T08:00:00Z');
    await tellStory(application.installation.events);
    await application.caughtUp();
  }, 60_000);
  afterAll(() => application.close());

  test('a role that is given an hour after signing in is given after one click, with what was typed', async () => {
    const office = await seat(
      browser,
      application,
      { tenant: NUMBER, personId: personOf('coordinator') },
      { viewport: { width: 360, height: 740 } },
    );
    const { page, open, complaints, leave } = office;
    await open(`/personer/${personOf('teacherHere')}`);
    application.setClock('2026-11-22T09:00:00Z');
    await page.getByRole('button', { name: 'Gje rolle' }).click();
    const role = page.getByRole('combobox', { name: 'Rolle', exact: true });
    await role.selectOption({ label: 'Revisor' });
    await page.getByRole('button', { name: 'Gje rolla' }).click();
    const dialog = asked(page, 'Stadfest at det er deg');
    await dialog.getByText('Det du har skrive, blir ståande.').waitFor();
    await dialog.getByRole('button', { name: 'Ja, det er meg' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    // Without the confirmation nothing has happened: the form says why, and stands as it was.
    await dialog.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByText('Dette krev at du har logga inn dei siste 15 minutta.').waitFor();
    expect(await role.locator('option:checked').textContent()).toBe('Revisor');

    await page.getByRole('button', { name: 'Gje rolla' }).click();
    await dialog.getByRole('button', { name: 'Ja, det er meg' }).click();
    await page.getByText('Rolla er gjeven: Revisor.').first().waitFor();
    expect(await dialog.count()).toBe(0);

    // Within fifteen minutes nobody is asked again, also in a dialog of its own.
    await page.getByRole('button', { name: 'Logg ut overalt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Logg ut overalt' }).click();
    await page.getByText('teacherHere var ikkje innlogga.').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});

describe('at a provider', () => {
  withProvider();

  test('the person authenticates in another tab, and the change is made in the first', async () => {
    await letIn('fatima-at-provider', FJORDVIK, personAtProvider(FJORDVIK, 'coordinator'));
    await app.caughtUp();
    const context = await openContext(browser);
    const page = await context.newPage();
    const director = personAtProvider(FJORDVIK, 'director');
    const now = () => Math.floor(systemClock.now().getTime() / 1000);
    await page.goto(at('/'));
    provider.change = (claims) => ({ ...claims, auth_time: now() - 3600 });
    await page.getByRole('link', { name: 'Logg inn med Prøvetjenesten' }).click();
    await answerAtProvider(page, 'fatima-at-provider');
    await page.getByRole('button', { name: 'Fatima Solberg' }).waitFor();

    await page.goto(at(`/personer/${director}`));
    await page.getByRole('button', { name: 'Logg ut overalt' }).click();
    const signingOut = page.getByRole('dialog', { name: 'Logge ut Nils Berg overalt?' });
    await signingOut.getByRole('button', { name: 'Logg ut overalt' }).click();
    const link = asked(page).getByRole('link', { name: 'Logg inn med Prøvetjenesten' });
    await link.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    // As somebody else: the other tab says that it was not the same person, and nothing has happened.
    const confirmed = async () => {
      const [tab] = await Promise.all([context.waitForEvent('page'), link.click()]);
      await answerAtProvider(tab, 'fatima-at-provider');
      return tab;
    };
    provider.change = (claims) => ({ ...claims, sub: 'nils-at-provider' });
    const wrong = await confirmed();
    await wrong.getByText('Du bekreftet som en annen enn den som er logget inn i Samspill.').waitFor();
    expect(await accessibilityFaults(wrong)).toEqual([]);
    await wrong.close();
    expect(await link.count()).toBe(1);

    const tab = await confirmed();
    await tab.getByText('Lukk denne fanen, og gå tilbake til den du kom fra.').waitFor();
    await page.getByText('Nils Berg var ikke innlogget.').waitFor();
    expect(await asked(page).count()).toBe(0);
    await context.close();
  });
});
