import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { openHouse, type House } from '../house-under-test.js';
import { openBrowser, seat, type Seat } from './browser.js';
import { MEETING, NOW, person, tellNansenparken, type Name } from './nansenparken.js';

/** Nansenparken on the day of its meeting, anew for each test, and the people who sit at the protocol. */
export interface Table {
  /** The house of the test that runs. */
  readonly house: House;
  /** One more who has the protocol before them; leaves when the test ends. */
  sit(name: Name): Promise<Seat>;
  /** Another person signs in at a machine that somebody sits at. */
  signInAs(name: Name, context: BrowserContext): Promise<void>;
}

/** Lays the table before each test of a file, and clears it afterwards. */
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
