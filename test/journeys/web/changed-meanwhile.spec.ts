import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { NUMBER, personOf, SERVICE, tellStory, UNIT } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { openBrowser, seat } from './browser.js';

// Two who change one thing: what the first has done stands in the form of the second before it is overwritten.

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication('2026-11-22T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await application.caughtUp();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});
const sit = (name: AskerName) => seat(browser, application, { tenant: NUMBER, personId: personOf(name) });
const other = (name: AskerName) => application.personOf(NUMBER, personOf(name));
const shows = (page: Locator, sentence: string | RegExp) => page.getByRole('alert').getByText(sentence).waitFor();
const GO_ON = 'Eg har sett det, hald fram med mitt';

test('standing participants that another user has changed meanwhile are shown, and saved once seen', async () => {
  const { page, open, leave } = await sit('coordinator');
  await open(`/enheter/${UNIT.here}`);
  await page.getByRole('button', { name: 'Endre faste deltakarar' }).click();
  const form = page.locator('form').filter({ hasText: 'Legg til deltakar' });
  await form
    .getByRole('button', { name: /^Ta bort/ })
    .first()
    .waitFor();
  accepted(
    await other('leaderHere').put(`/units/${UNIT.here}/standing-participants`, {
      participants: [{ personId: personOf('nurseNowhere'), deputyId: null }],
    }),
  );
  const saving = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await form.getByRole('button', { name: 'Lagre' }).click();
  expect((await saving).status()).toBe(412);
  await shows(form, /er no «nurseNowhere»/);
  await form.getByRole('button', { name: GO_ON }).click();
  await form.getByRole('button', { name: 'Lagre' }).click();
  await form.waitFor({ state: 'detached' });
  await leave();
});

test('a service’s capacity that another user has changed meanwhile is shown, and saved once seen', async () => {
  const { page, open, leave } = await sit('coordinator');
  await open('/arsplan');
  await page.getByText('Kor mange møte', { exact: false }).first().click();
  const field = page.getByRole('textbox', { name: 'PPT' });
  await field.fill('7');
  accepted(await other('coordinator').put(`/services/${SERVICE.ppt}/capacity`, { meetingsPerWeek: 4 }));
  await field.press('Tab');
  await shows(page.locator('main'), 'PPT: var «tomt», er no «4».');
  expect(await field.inputValue()).toBe('7');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.getByRole('button', { name: GO_ON }).click();
  await saved;
  await page.getByRole('button', { name: GO_ON }).waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('7');
  await leave();
});

test('a meeting that another user has moved meanwhile is shown in the year plan, and moved once seen', async () => {
  const planned = accepted(
    await other('leaderHere').post('/meetings', { unitIds: [UNIT.here], on: '2026-12-09', startsAt: '12:30' }),
  );
  const meetingId = planned['id'] as string;
  await application.caughtUp();
  const { page, open, leave } = await sit('leaderHere');
  await open('/arsplan');
  await page.getByRole('button', { name: 'Flytt møtet i desember 2026' }).click();
  const picker = page.locator('tr[data-month="2026-12"]');
  await picker.getByLabel(/^torsdag 10. desember/).check();
  accepted(await other('coordinator').post(`/meetings/${meetingId}/move`, { on: '2026-12-16', startsAt: '12:30' }));
  await shows(picker, /er no «onsdag 16. desember»/);
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/move'));
  await picker.locator('button[type="submit"]').click();
  expect((await refused).status()).toBe(412);
  await picker.getByRole('button', { name: GO_ON }).click();
  await picker.getByRole('button', { name: GO_ON }).waitFor({ state: 'detached' });
  const moved = page.waitForResponse((answer) => answer.url().endsWith('/move') && answer.ok());
  await picker.locator('button[type="submit"]').click();
  await moved;
  await leave();
});

test('a telephone number that another user has changed meanwhile is shown, and saved once seen', async () => {
  const { page, open, leave } = await sit('coordinator');
  await open(`/personer/${personOf('teacherHere')}`);
  await page.getByRole('button', { name: /telefonnummer$/ }).click();
  const form = page.locator('form').filter({ hasText: 'Telefon' });
  await form.getByRole('textbox').fill('22334455');
  accepted(await other('coordinator').put(`/people/${personOf('teacherHere')}/phone`, { phone: '99887766' }));
  await shows(form, /er no «[\d\s]+»/);
  await form.getByRole('button', { name: GO_ON }).click();
  await form.locator('button[type="submit"]').click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(/22\s?33\s?44\s?55/).waitFor();
  await leave();
});
