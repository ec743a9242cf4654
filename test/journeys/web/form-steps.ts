import type { Page } from 'playwright-core';

/** Presses the first button of this name. */
export const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();
/** Sends the form of the page or of its dialog. */
export const submit = (page: Page) =>
  page.locator('main form button[type="submit"], dialog[open] [type="submit"]').first().click();
