import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { openHouse, type House } from '../house-under-test.js';
import { openBrowser, seat, type Seat } from './browser.js';
import { MEETING, NOW, person, tellNansenparken, type Name } from './nansenparken.js';

/** Nansenparken on the day of its meeting, reset for each test, with the people who edit the protocol. */
export interface Table {
  /** The running test's installation. */
  readonly house: House;
  /** Opens the protocol for another person; closed when the test ends. */
  sit(name: Name): Promise<Seat>;
  /** Signs another person in in an existing browser context. */
  signInAs(name: Name, context: BrowserContext): Promise<void>;
}

/** Prepares the meeting before each test of a file, and closes it afterwards. */
export function layTable(): Table {
  let house: House;
  let browser: Browser;
  const seats: Seat[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    house = await openHouse(NOW);
    await tellNansenparken(house.installation.events);
    await house.installation.freshness.reached(await house.installation.events.head(), 20_000);
  }, 60_000);
  afterEach(async () => {
    for (const it of seats.splice(0)) await it.leave();
    await house.close();
  });
  afterAll(() => browser.close());
  return {
    get house() {
      return house;
    },
    async sit(name) {
      const it = await seat(browser, house, person(name));
      seats.push(it);
      await it.open(`/moter/${MEETING}`);
      await it.page.getByRole('heading', { name: 'Neste møte' }).waitFor();
      return it;
    },
    async signInAs(name, context) {
      const { municipality, personId } = person(name);
      const [cookie, ...value] = (await house.cookieOf(municipality, personId)).split('=');
      await context.addCookies([{ name: cookie!, value: value.join('='), url: house.address }]);
    },
  };
}
