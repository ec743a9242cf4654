import type { Page } from 'playwright-core';
import type { LargeMunicipality } from './ten-school-years.js';
import type { Work } from './web-visit.js';

/** A page that is measured: whose it is, where it stands, and what is done there. */
export interface MeasuredPage {
  readonly name: string;
  readonly as: 'coordinator' | 'leader';
  readonly path: (of: LargeMunicipality) => string;
  readonly work: Work;
}

/** Opens and closes the person's menu: what every page has. */
const menu: Work = async (page) => {
  const trigger = page.locator('header button[popovertarget]');
  await trigger.click();
  await page.keyboard.press('Escape');
};

const several =
  (...works: readonly Work[]): Work =>
  async (page) => {
    for (const work of works) await work(page);
  };

const keys =
  (...pressed: readonly string[]): Work =>
  async (page: Page) => {
    for (const key of pressed) await page.keyboard.press(key);
  };

/** Chooses in the first list of choices by the keyboard, as a filter is used: every key asks anew. */
const filter: Work = async (page) => {
  await page.locator('main select').first().focus();
  await keys('ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp')(page);
};

/** Walks the board of months by its keys, opens a unit beside it, and closes it again. */
const walkBoard: Work = async (page) => {
  await page.locator('main [role=grid] [tabindex="0"]').first().focus();
  await keys('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter')(page);
  await page.getByRole('complementary').or(page.getByRole('dialog')).or(page.locator('main aside')).first().waitFor();
  await page.keyboard.press('Escape');
};

/** Writes the heading of a matter and what shall be done, a key at a time. */
const write: Work = async (page) => {
  for (const field of ['Kort overskrift, uten navn', 'Hva skal gjøres?']) {
    await page.getByPlaceholder(field).first().click();
    await page.keyboard.type('Overgang til skolen');
  }
};

const coordinating = (name: string, path: string, work: Work): MeasuredPage => ({
  name,
  as: 'coordinator',
  path: () => path,
  work,
});

export const MEASURED_PAGES: readonly MeasuredPage[] = [
  coordinating('start, coordinator', '/', several(menu, keys('Tab', 'Tab', 'Tab'), menu)),
  { name: 'start, unit leader', as: 'leader', path: () => '/', work: several(menu, keys('Tab', 'Tab', 'Tab'), menu) },
  coordinating('follow-up', '/oppfolging', several(filter, walkBoard)),
  coordinating('whom to call', '/oppfolging/ring', menu),
  coordinating('over due', '/oppfolging/over-frist', menu),
  coordinating('year plan', '/arsplan', filter),
  coordinating('meetings', '/moter', menu),
  coordinating('actions', '/tiltak', filter),
  coordinating('protocols', '/protokoller', filter),
  coordinating('units', '/enheter', menu),
  {
    name: 'protocol draft',
    as: 'leader',
    path: ({ waitingMeeting }) => `/moter/${waitingMeeting}`,
    work: write,
  },
];
