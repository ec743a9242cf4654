import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accepted, openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';
import { MEETING, MUNICIPALITY, NEXT_MEETING, NOW, person, tellNansenparken } from './nansenparken.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  [application, browser] = await Promise.all([openApplication(NOW), openBrowser()]);
  await tellNansenparken(application.installation.events);
  await application.caughtUp();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const kari = person('kari');
const NARROW = { viewport: { width: 320, height: 640 } };
const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test('on a telephone, missing fields are listed, link to their field, and are filled in', async () => {
  const { page, open, leave, complaints } = await seat(browser, application, kari, NARROW);
  await open(`/moter/${MEETING}`);
  await page.getByRole('button', { name: 'Lever protokoll' }).click();
  const missing = page.getByRole('button', { name: 'Protokollen har ingen tiltak' });
  await missing.waitFor();
  await missing.click();
  const what = page.getByLabel('Hva, tiltak 1', { exact: true });
  expect(await what.evaluate((it) => it === document.activeElement)).toBe(true);
  await what.fill('Samtale med Emil om 01017012345');
  await page.getByText('Et tall på elleve siffer kan være et fødselsnummer. Ta det bort.').waitFor();
  await page.getByText('Én tekst må rettes før den kan lagres; alt annet er lagret').waitFor();
  // Another change is saved meanwhile, and the number goes neither to the server nor into this machine's copy.
  const answered = page.waitForResponse(
    async (it) => it.request().method() === 'PUT' && (await it.text()).includes('2026-12-08'),
  );
  await page.getByLabel('Frist, tiltak 1').fill('8.12');
  await page.getByLabel('Frist, tiltak 1').press('Tab');
  expect(await (await answered).text()).not.toContain('01017012345');
  const { draft } = accepted(
    await application.personOf(MUNICIPALITY, kari.personId).get(`/meetings/${MEETING}/draft`),
  ) as unknown as { readonly draft: { readonly actions: readonly object[] } };
  expect(draft.actions).toMatchObject([{ text: null, dueOn: '2026-12-08' }]);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('01017012345');
  // Pasted text is kept whole, and not sent until it is shortened.
  await what.fill('a'.repeat(790));
  await page.getByText('Teksten er 290 tegn for lang. Kort den ned til 500 tegn.').waitFor();
  expect((await what.inputValue()).length).toBe(790);
  await what.fill('Samtale med Emil');
  await page.getByText(/«Emil» ser ut som et navn/).waitFor();
  await what.fill('Samtale i gruppa');
  await page.getByText(/«Emil» ser ut som et navn/).waitFor({ state: 'detached' });
  await page.getByText(/^Lagret \d\d\.\d\d$/).waitFor();
  expect(await page.evaluate<number>(sideways)).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('on a telephone the save state and «Lever protokoll» stay visible, and never cover the focused element', async () => {
  const { page, open, leave } = await seat(browser, application, kari, NARROW);
  await open(`/moter/${MEETING}`);
  const file = page.getByRole('button', { name: 'Lever protokoll' });
  await page.getByLabel('Hva, tiltak 1', { exact: true }).focus();
  for (const inSight of [file, page.getByText(/^Lagret|^Lagres/).first()])
    expect(await inSight.evaluate(isInSight)).toBe(true);

  const hidden: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press(key);
      const fault = await page.evaluate(coveredFocus);
      if (fault !== null) hidden.push(`${key}: ${fault}`);
    }
  }
  expect(hidden).toEqual([]);
  // Also from the list of missing fields, which makes the bar higher.
  await file.click();
  await page.locator('#missing').getByRole('button').first().click();
  expect(await page.evaluate(coveredFocus)).toBeNull();
  await leave();
});

test('a filed protocol is the same on the screen and printed, is corrected with a reason, and both versions can be read', async () => {
  const head = application.personOf(MUNICIPALITY, kari.personId);
  const { draft, revision } = accepted(await head.get(`/meetings/${MEETING}/draft`)) as {
    draft: { participants: object[]; actions: object[] };
    revision: string;
  };
  const whole = {
    ...draft,
    draftRevision: Number(revision),
    participants: draft.participants.map((it) => ({ ...it, attendance: 'present' })),
    actions: [
      {
        actionId: '0198f2d4-0000-7000-8000-000000000001',
        text: 'Veilede lærerne på 5. trinn',
        ownerId: person('ola').personId,
        dueOn: '2026-12-07',
        followUpOn: '2026-12-09',
        level: 'group',
        category: 'guidance',
      },
    ],
  };
  const { position } = accepted(await head.post(`/meetings/${MEETING}/protocol`, whole));
  await application.caughtUp(BigInt(String(position)));

  const { page, open, leave, complaints } = await seat(browser, application, kari);
  await open(`/moter/${MEETING}`);
  await page.getByText('Levert og låst. Ett nytt tiltak gikk til Ola Berg.').waitFor();
  const paper = page.getByRole('article', { name: 'Protokollen' });
  const row = paper.getByRole('row', { name: /Veilede lærerne på 5. trinn Ola Berg PPT 7. des. 9. des./ });
  await row.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // The paper states the year, since it is read in later years too.
  await page.getByRole('heading', { name: 'Protokoll onsdag 18. november 2026' }).waitFor();
  await paper.getByRole('row', { name: /7. des. 2026 9. des. 2026/ }).waitFor();
  // printed in the light colours, also from a dark screen: the ink is dark
  const ink = () => getComputedStyle(document.querySelector('article h2')!).color.match(/\d+/g)!.map(Number);
  expect(Math.max(...(await page.evaluate(ink)))).toBeLessThan(100);
  expect(await page.getByText('Demodata').isVisible()).toBe(true);
  for (const screenOnly of ['Skriv ut', 'Rett protokollen'])
    expect(await page.getByRole('button', { name: screenOnly }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'screen', colorScheme: null });

  await page.getByRole('button', { name: 'Rett protokollen' }).click();
  await page.getByRole('heading', { name: 'Rett protokollen fra onsdag 18. november' }).waitFor();
  await page.getByLabel('Frist, tiltak 1').fill('8.12');
  await page.getByRole('button', { name: 'Lever rettelsen' }).click();
  const reason = page.getByLabel('Hvorfor rettes protokollen?');
  expect(await reason.evaluate((it) => it === document.activeElement)).toBe(true);
  await page.getByText('Skriv hvorfor protokollen rettes.').waitFor();
  await reason.fill('Feil frist');
  expect(await accessibilityFaults(page)).toEqual([]);
  // After reopening, the page announces the correction and shows both its reason and its change.
  await page.reload();
  await page.getByText('Du har begynt på en rettelse.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fortsett rettelsen' }).click();
  expect(await reason.inputValue()).toBe('Feil frist');
  expect(await page.getByLabel('Frist, tiltak 1').inputValue()).toBe('8. des.');
  await page.getByRole('button', { name: 'Lever rettelsen' }).click();
  await paper.getByText('8. des.').waitFor();
  await page.getByText('Feil frist').first().waitFor();
  await page.getByRole('link', { name: 'Versjon 1' }).click();
  await page.getByText('Dette er versjon 1. Den er rettet siden.').waitFor();
  await paper.getByText('7. des.').waitFor();
  expect(await page.getByText('Levert og låst.').count()).toBe(0);
  expect(await page.getByText('Du har begynt på en rettelse.').count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('a coming meeting is called with an agenda, postponed with a reason, and cancelled', async () => {
  const { page, open, leave, complaints } = await seat(browser, application, kari);
  await open(`/moter/${NEXT_MEETING}`);
  await page.getByRole('button', { name: 'Kall inn', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const pageScrolls = (does: boolean) =>
    page.waitForFunction((is) => (getComputedStyle(document.body).overflowY !== 'hidden') === is, does);
  await pageScrolls(false);
  await dialog.getByLabel(/Saksliste/).fill('Overgang fra 7. til 8. trinn');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Kall inn' }).click();
  await page.getByText('Overgang fra 7. til 8. trinn').waitFor();
  await pageScrolls(true);

  await page.getByRole('button', { name: 'Utsett' }).click();
  await dialog.getByLabel('Ny dag').fill('16.12');
  await dialog.getByRole('button', { name: 'Utsett' }).click();
  await dialog.getByText('Skriv kort hvorfor.').waitFor();
  await dialog.getByLabel('Hvorfor').fill('Planleggingsdag');
  await dialog.getByRole('button', { name: 'Utsett' }).click();
  await page.getByRole('heading', { name: 'Møte onsdag 16. desember' }).waitFor();

  await page.getByRole('button', { name: 'Avlys møtet' }).click();
  // A text that is too long is kept whole, reported, and not sent.
  await dialog.getByLabel('Hvorfor').fill('a'.repeat(501));
  await dialog.getByText('Teksten er ett tegn for lang. Kort den ned til 500 tegn.').waitFor();
  await dialog.getByRole('button', { name: 'Avlys møtet' }).click();
  expect((await dialog.getByLabel('Hvorfor').inputValue()).length).toBe(501);
  await dialog.getByLabel('Hvorfor').fill('Streik');
  await dialog.getByRole('button', { name: 'Avlys møtet' }).click();
  await page.getByText('Grunn: Streik').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

/** True if its middle is in the window and nothing covers it. */
const isInSight = (it: Element) => {
  const { x, y, width, height } = it.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return top !== null && (it.contains(top) || top.contains(it));
};

/** The focused element if it is wholly covered or outside the window; null if it can be seen. */
const coveredFocus = (): string | null => {
  const at = document.activeElement!;
  if (at === document.body || at.matches('.ds-skip-link')) return null;
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((part) => {
    const on = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
    return on !== null && (at.contains(on) || on.contains(at) || on.closest('label')?.contains(at));
  });
  return seen ? null : at.outerHTML.slice(0, 100);
};
