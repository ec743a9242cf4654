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

export const MEASURED_PAGES: readonly MeasuredPage[] = [
  {
    name: 'start, coordinator',
    as: 'coordinator',
    path: () => '/',
    work: several(menu, keys('Tab', 'Tab', 'Tab'), menu),
  },
  { name: 'start, unit leader', as: 'leader', path: () => '/', work: several(menu, keys('Tab', 'Tab', 'Tab'), menu) },
];
