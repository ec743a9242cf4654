import { expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { REST_MS } from '../../../apps/web/src/app/typing-pause.js';
import { accepted } from '../application-under-test.js';
import { openProtocolEditors } from './protocol-editors.js';
import { accessibilityFaults } from './browser.js';
import { MEETING, MUNICIPALITY, NOW, person } from './nansenparken.js';

jest.setTimeout(120_000);

// No typed text is lost: without network, in two windows, signed out in mid-sentence, and when the page crashes.

const table = openProtocolEditors();
const saved = (page: Page) => page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
const what = (page: Page, number: number) => page.getByLabel(`Hva, tiltak ${number}`, { exact: true });
const heading = (page: Page) => page.getByLabel('Overskrift, sak 1', { exact: true });
interface Saved {
  readonly revision: string;
  readonly draft: { readonly actions: { readonly text: string }[]; readonly matters: { readonly heading: string }[] };
}
const atTheServer = async (): Promise<Saved> =>
  accepted(
    await table.application.personOf(MUNICIPALITY, person('kari').personId).get(`/meetings/${MEETING}/draft`),
  ) as unknown as Saved;

test('offline typing is stored on the machine, which is reported, and saved when the network is back', async () => {
  const { page, context } = await table.sit('kari');
  // Waits for the script that the page loads when idle.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /action-more.*js/.test(name)),
  );
  await context.setOffline(true);
  await what(page, 1).fill('Kurs uten nett');
  await page.getByRole('button', { name: 'Mer om tiltak 1' }).click();
  await page.getByLabel('Ønsket virkning, tiltak 1').fill('Tryggere vikarer');
  await page.getByText('Uten nett: lagret på denne maskinen').waitFor();
  expect((await atTheServer()).draft.actions).toEqual([]);
  // Scrolled to its beginning: what is half under the sticky bar would count as a target that is too small.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await accessibilityFaults(page)).toEqual([]);
  await context.setOffline(false);
  await saved(page);
  expect((await atTheServer()).draft.actions).toMatchObject([
    { text: 'Kurs uten nett', wantedEffect: 'Tryggere vikarer' },
  ]);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('utkast')))).toEqual([]);
});

test('a page opened again after a crash has all typed text; another user of the computer sees none of it', async () => {
  const { page, context } = await table.sit('kari');
  await context.setOffline(true);
  await what(page, 1).fill('Skrevet før maskinen døde');
  await page.getByText('Uten nett: lagret på denne maskinen').waitFor();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const cookies = await context.cookies();

  await table.signInAs('ola', context);
  const other = await context.newPage();
  await other.goto(`/moter/${MEETING}`);
  await other.getByRole('heading', { name: 'Nye tiltak' }).waitFor();
  expect(await what(other, 1).inputValue()).toBe('');
  await other.close();

  await context.addCookies(cookies);
  const again = await context.newPage();
  await again.goto(`/moter/${MEETING}`);
  await again.getByRole('heading', { name: 'Nye tiltak' }).waitFor();
  expect(await what(again, 1).inputValue()).toBe('Skrevet før maskinen døde');
  await saved(again);
  expect((await atTheServer()).draft.actions).toMatchObject([{ text: 'Skrevet før maskinen døde' }]);
});

test('a session that ends while typing loses nothing: the user signs in over the page and goes on', async () => {
  const { page, context } = await table.sit('kari');
  await what(page, 1).fill('Første halvdel');
  await saved(page);
  await context.clearCookies();
  // The page's clock advances only when the test moves it, so that a slow machine does not count as a pause in typing.
  await page.clock.install({ time: NOW });
  await page.clock.pauseAt('2026-11-18T11:41:00Z');
  const gone = page.waitForResponse((answer) => answer.status() === 401);
  await what(page, 1).pressSequentially(' og andre');
  await page.clock.fastForward(REST_MS);
  await gone;
  for (const letter of ' halvdel') {
    await page.clock.fastForward(REST_MS - 100);
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  }
  const dialog = page.getByRole('dialog', { name: 'Du er logget ut' });
  expect(await dialog.isVisible()).toBe(false);
  await page.clock.resume();
  await dialog.waitFor();
  expect(await what(page, 1).inputValue()).toBe('Første halvdel og andre halvdel');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Kari Lund/ }).click();
  await saved(page);
  expect(await what(page, 1).inputValue()).toBe('Første halvdel og andre halvdel');
  expect((await atTheServer()).draft.actions).toMatchObject([{ text: 'Første halvdel og andre halvdel' }]);
});

test('a session that is ended in another window loses nothing either', async () => {
  const [{ page }, { page: other }] = [await table.sit('kari'), await table.sit('kari')];
  await what(page, 1).fill('Skrevet da økten ble avsluttet');
  await saved(page);
  await other.goto('/innstillinger/innlogginger');
  await other.getByRole('button', { name: 'Logg ut alle andre steder' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Logg ut alle andre steder' }).click();
  await other.getByText('Du er ikke innlogget andre steder.').waitFor();
  const dialog = page.getByRole('dialog', { name: 'Du er logget ut' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: /Kari Lund/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  // The field has the focus again and takes keys, without a click.
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' og etter');
  await saved(page);
  expect((await atTheServer()).draft.actions).toMatchObject([{ text: 'Skrevet da økten ble avsluttet og etter' }]);
});

test('signing out with text that was never sent asks what becomes of it; deleted, it is gone from the machine', async () => {
  const { page, context } = await table.sit('kari');
  await context.setOffline(true);
  await what(page, 1).fill('Skrevet uten nett, aldri sendt');
  await page.getByText('Uten nett: lagret på denne maskinen').waitFor();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const unsent = (of: Page) =>
    of.evaluate(() => Object.values(localStorage).filter((text) => String(text).includes('aldri sendt')).length);

  const other = await context.newPage();
  await other.goto('/');
  const dialog = other.getByRole('dialog', { name: 'Du har tekst som ikke er sendt' });
  const signOut = async () => {
    await other.getByRole('button', { name: /^Kari Lund/ }).click();
    await other.getByRole('button', { name: 'Logg ut', exact: true }).click();
    await dialog.getByText('Tekst fra ett møte finnes bare i denne nettleseren.', { exact: false }).waitFor();
  };
  await signOut();
  expect(await accessibilityFaults(other)).toEqual([]);
  expect(await dialog.getByRole('link', { name: 'Åpne møtet og send teksten' }).getAttribute('href')).toBe(
    `/moter/${MEETING}`,
  );
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await unsent(other)).toBe(1);

  await signOut();
  await dialog.getByRole('button', { name: 'Logg ut og behold teksten her' }).click();
  await other.waitForURL('**/logg-inn');
  expect(await unsent(other)).toBe(1);

  await table.signInAs('kari', context);
  await other.goto('/');
  await signOut();
  await dialog.getByRole('button', { name: 'Logg ut og slett teksten' }).click();
  await other.waitForURL('**/logg-inn');
  expect(await unsent(other)).toBe(0);
});

test('the saving state has the same width while saving and when saved', async () => {
  const { page } = await table.sit('kari');
  const width = (state: 'saving' | 'saved') =>
    page.locator(`[role="status"][data-state="${state}"]`).evaluate((it) => it.getBoundingClientRect().width);
  await what(page, 1).fill('Et tiltak');
  await saved(page);
  const { promise: heldBack, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/draft', async (route) => {
    await heldBack;
    await route.continue();
  });
  await what(page, 1).press('End');
  await page.keyboard.press('x');
  const whileSaving = await width('saving');
  letGo();
  await saved(page);
  expect(whileSaving).toBe(await width('saved'));
});

test('two simultaneous editors see each other’s saved text and current field', async () => {
  const [{ page: karis }, { page: olas }] = [await table.sit('kari'), await table.sit('ola')];
  await karis.getByText('Også her: Ola Berg').waitFor();
  await what(karis, 1).fill('Karis tiltak');
  await saved(karis);
  await olas.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Hva, tiltak 1"]')?.value === 'Karis tiltak',
  );
  await what(olas, 2).fill('Olas tiltak');
  await saved(olas);
  await karis.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Hva, tiltak 2"]')?.value === 'Olas tiltak',
  );
  await what(olas, 2).focus();
  await karis.getByText('Ola skriver her').waitFor();
  expect((await atTheServer()).draft.actions.map(({ text }) => text)).toEqual(['Karis tiltak', 'Olas tiltak']);
});

test.each([
  ['Behold min', 'Karis overskrift'],
  ['Behold Olas', 'Olas overskrift'],
  ['Slå sammen', 'Olas overskrift Karis overskrift'],
])('a field that both changed shows both texts until one chooses «%s»', async (choice, text) => {
  const [{ page: karis, context }, { page: olas }] = [await table.sit('kari'), await table.sit('ola')];
  await heading(karis).fill('Felles utgangspunkt');
  await saved(karis);
  await olas.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Overskrift, sak 1"]')?.value === 'Felles utgangspunkt',
  );
  // While Kari is offline, Ola writes in the same field.
  await context.setOffline(true);
  await heading(karis).fill('Karis overskrift');
  await karis.getByText('Uten nett: lagret på denne maskinen').waitFor();
  await heading(olas).fill('Olas overskrift');
  await saved(olas);
  await context.setOffline(false);

  const both = karis.getByRole('group', { name: 'To tekster' });
  await both.waitFor();
  expect(await both.textContent()).toContain('Olas overskrift');
  expect(await heading(karis).inputValue()).toBe('Karis overskrift');
  expect(await accessibilityFaults(karis)).toEqual([]);
  await both.getByRole('button', { name: choice }).click();
  await both.waitFor({ state: 'detached' });
  await saved(karis);
  expect(await heading(karis).inputValue()).toBe(text);
  expect((await atTheServer()).draft.matters[0]!.heading).toBe(text);
});
