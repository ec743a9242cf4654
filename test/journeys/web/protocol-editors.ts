import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { openBrowser, seat, type Seat } from './browser.js';
import { MEETING, NOW, person, tellNansenparken, type Name } from './nansenparken.js';

/** Nansenparken on the day of its meeting, reset for each test, with the people who edit the protocol. */
export interface ProtocolEditors {
  /** The running test's installation. */
  readonly application: ApplicationUnderTest;
  /** Opens the protocol for another person; closed when the test ends. */
  sit(name: Name): Promise<Seat>;
  /** Signs another person in in an existing browser context. */
  signInAs(name: Name, context: BrowserContext): Promise<void>;
}

/** Prepares the meeting before each test of a file, and closes it afterwards. */
export function openProtocolEditors(): ProtocolEditors {
  let application: ApplicationUnderTest;
  let browser: Browser;
  const seats: Seat[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    application = await openApplication(NOW);
    await tellNansenparken(application.installation.events);
    await application.caughtUp();
  }, 60_000);
  afterEach(async () => {
    for (const it of seats.splice(0)) await it.leave();
    await application.close();
  });
  afterAll(() => browser.close());
  return {
    get application() {
      return application;
    },
    async sit(name) {
      const it = await seat(browser, application, person(name));
      seats.push(it);
      await it.open(`/moter/${MEETING}`);
      await it.page.getByRole('heading', { name: 'Neste møte' }).waitFor();
      return it;
    },
    async signInAs(name, context) {
      const { tenant, personId } = person(name);
      const [cookie, ...value] = (await application.cookieOf(tenant, personId)).split('=');
      await context.addCookies([{ name: cookie!, value: value.join('='), url: application.address }]);
    },
  };
}
