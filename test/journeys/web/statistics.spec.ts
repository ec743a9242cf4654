import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { ApplicationUnderTest } from '../application-under-test.js';
import { openDemo } from '../demo-under-test.js';
import { inflatedPdf, readPdf } from '../../../libs/platform/pdf/read-structure.examples.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';
import { demoAt, discover, type Discovered } from './discover.js';

jest.setTimeout(120_000);

let application: ApplicationUnderTest;
let browser: Browser;
let found: Discovered;
beforeAll(async () => {
  [application, browser] = await Promise.all([openDemo(2), openBrowser()]);
  found = await discover(application.address);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

const seatOf = (persona: 'coordinator' | 'unit-leader' | 'elected' | 'director') => {
  const demo = demoAt(application.address);
  return seat(browser, demo, { tenant: demo.tenant, personId: found.people.get(persona)! });
};

interface Figures {
  readonly figures: readonly { readonly whole: { readonly numerator: number; readonly denominator: number } }[];
}
interface Preview {
  readonly publication: {
    readonly protection: number;
    readonly indicators: readonly [{ readonly moment: { readonly eventId: string } }];
  };
  readonly raw: readonly { readonly marks: readonly { readonly mark: string }[] }[];
  readonly sha256: string;
}
/** «19 av 21», as the API answers. */
async function figureOf(page: Page, indicator: number, query: string) {
  const answer = await page.request.get(`/api/statistics/figures?indicators=${indicator}&period=2026-2027&${query}`);
  const [{ whole }] = ((await answer.json()) as Figures).figures as [Figures['figures'][number]];
  return { ...whole, words: `${whole.numerator} av ${whole.denominator}` };
}

test('the coordinator answers a politician’s question in five minutes', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator');
  await open('/');
  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Statistikk' }).click();

  // The first sentence is the answer, with the figure of its card.
  const held = await figureOf(page, 2, '');
  const share = Math.round((100 * held.numerator) / held.denominator);
  await page
    .getByRole('heading', { level: 2, name: new RegExp(`^Møtedekning hittil er ${share}.% i skoleåret 2026/27`) })
    .waitFor();
  await page
    .getByRole('article')
    .filter({ hasText: `${held.words} enhetsmåneder` })
    .first()
    .waitFor();

  // A figure: what is it made of, and how did it develop?
  await page.getByRole('link', { name: 'Protokoll levert i tide' }).click();
  await page.getByRole('heading', { level: 1, name: 'Protokoll levert i tide' }).waitFor();
  const now = await figureOf(page, 7, '');
  await page.getByText(`${now.words} møter i skoleåret 2026/27`).waitFor();
  // The same figure as files.
  for (const [name, type] of [
    ['Last ned regneark', 'spreadsheetml'],
    ['Last ned CSV', 'text/csv'],
    ['Last ned PDF', 'application/pdf'],
  ] as const) {
    const file = await page.request.get((await page.getByRole('link', { name }).getAttribute('href'))!);
    expect([name, file.status(), file.headers()['content-type']]).toEqual([name, 200, expect.stringContaining(type)]);
  }
  // On paper the chart is read aloud as the answer, with the number that the page shows.
  const paper = await page.request.get((await page.getByRole('link', { name: 'Last ned PDF' }).getAttribute('href'))!);
  const { structure } = readPdf(inflatedPdf(await paper.body()));
  const inTime = Math.round((100 * now.numerator) / now.denominator);
  expect(structure.children.find(({ type }) => type === 'Figure')!.alt).toMatch(
    new RegExp(`^Protokoll levert i tide er ${inTime}.% i skoleåret 2026/27`),
  );
  const chart = page.getByRole('group', { name: 'Piltastene flytter mellom månedene' });
  await chart.focus();
  await page.keyboard.press('End');
  expect(await chart.getByRole('status').innerText()).toMatch(/^november 2026 · .* · så langt$/);
  await page.keyboard.press('ArrowLeft');
  expect(await chart.getByRole('status').innerText()).toMatch(/^oktober 2026 · /);

  // As of a date: the page says so everywhere, and shows both figures.
  const day = page.getByRole('textbox', { name: 'Slik vi visste det per' });
  await day.fill('1.10.2026');
  await day.press('Enter');
  await page.getByRole('note').getByText('Du ser fortiden: slik vi visste det torsdag 1. oktober.').waitFor();
  expect(new URL(page.url()).searchParams.get('per')).toBe('2026-10-01');
  const title = 'Protokoll levert i tide slik vi visste det 1. oktober 2026';
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await page.title()).toBe(`${title} – Samspill`);
  const before = await figureOf(page, 7, 'asOf=2026-10-01');
  expect(before.denominator).toBeLessThan(now.denominator);
  const beside = page.getByRole('row', { name: /Protokoll levert i tide/ });
  expect(await beside.getByRole('cell').allInnerTexts()).toEqual([
    expect.stringContaining(before.words),
    expect.stringContaining(now.words),
  ]);
  // What changed the figure since then, each with a link.
  const changes = (await (
    await page.request.get('/api/statistics/7/changes?period=2026-2027&asOf=2026-10-01')
  ).json()) as { readonly added: number; readonly removed: number; readonly changed: number; readonly total: number };
  expect(changes.added).toBeGreaterThanOrEqual(now.denominator - before.denominator);
  const between = page.getByRole('region', { name: 'Hva som endret tallet' });
  await between
    .getByText(`Kom til: ${changes.added}. Falt bort: ${changes.removed}. Endret: ${changes.changed}.`)
    .waitFor();
  expect(await between.getByRole('row').count()).toBe(1 + Math.min(12, changes.total));
  const ofMeetings = await between.getByRole('link', { name: 'Møtet' }).all();
  for (const link of ofMeetings) expect(await link.getAttribute('href')).toMatch(/^\/moter\//);
  expect(ofMeetings).toHaveLength(Math.min(12, changes.total));
  expect(await accessibilityFaults(page)).toEqual([]);

  // Explained down to a meeting, and back.
  const explained = page.getByRole('region', { name: /^Forklar tallet/ });
  await explained.getByText('Siste hendelse som er med:').waitFor();
  const { leftOut } = (await (
    await page.request.get('/api/statistics/7/cases?period=2026-2027&asOf=2026-10-01')
  ).json()) as { readonly leftOut: readonly { readonly count: number }[] };
  const notYetDue = leftOut.map(({ count }) => `Holdte møter der fristen ikke er ute: ${count}`);
  expect(await explained.getByRole('listitem').allInnerTexts()).toEqual(notYetDue);
  await explained.getByRole('button', { name: new RegExp(`^Vis (alle ${before.denominator}|den ene)$`) }).click();
  await explained.getByRole('heading', { name: 'I nevneren' }).waitFor();
  expect(await explained.getByRole('row').count()).toBe(1 + Math.min(12, before.denominator));
  await explained.getByRole('link', { name: 'Møtet' }).first().click();
  await page.getByRole('heading', { level: 1, name: /møte/i }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();

  // On paper the past is named, without navigation.
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Hovedmeny' }).isVisible()).toBe(false);
  expect(await page.getByRole('note').isVisible()).toBe(true);
  expect(await page.getByRole('textbox', { name: 'Slik vi visste det per' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('link', { name: 'Tilbake til i dag' }).click();
  await page.getByText(`${now.words} møter i skoleåret 2026/27`).waitFor();
  expect(await page.getByRole('note').count()).toBe(0);

  // The document for the meeting about the half-year, and the package for the supervision.
  await page.getByRole('navigation', { name: 'Du er her' }).getByRole('link', { name: 'Statistikk' }).click();
  await page.getByRole('link', { name: 'Dokumenter …' }).click();
  const documents = page.getByRole('region', { name: 'Dokumenter til møter og tilsyn' });
  const linkTo = async (name: string) => (await documents.getByRole('link', { name }).getAttribute('href'))!;
  const status = await page.request.get(await linkTo('Halvårsstatus, høsten 2026 (PDF)'));
  const printed = readPdf(inflatedPdf(await status.body()));
  expect(printed.title).toMatch(/^Halvårsstatus: høsten 2026, /);
  expect(JSON.stringify(printed.structure)).toContain('Plan og gjennomføring');
  const year = await page.request.get(await linkTo('Evaluering i juni, skoleåret 2026/27 (PDF)'));
  expect([year.status(), year.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const archive = await page.request.get(await linkTo('Tilsynspakke, skoleåret 2026/27 (ZIP)'));
  expect([archive.status(), archive.headers()['content-type']]).toEqual([200, 'application/zip']);
  expect(complaints).toEqual([]);
  await leave();
});

test('a unit leader finds her own figures on the start page, and no other unit’s', async () => {
  const { page, open, leave, complaints } = await seatOf('unit-leader');
  await open('/');
  const ofUnit = page.getByRole('region', { name: 'Tallene våre dette skoleåret' }).first();
  const held = await figureOf(page, 2, `unit=${found.unit}`);
  await ofUnit.getByText(held.words, { exact: true }).first().waitFor();
  await page.getByRole('link', { name: 'Alle tallene våre' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Statistikk' }).waitFor();
  const own = await figureOf(page, 2, `unit=${found.unit}`);
  await page
    .getByRole('article')
    .filter({ hasText: `${own.words} enhetsmåneder` })
    .first()
    .waitFor();
  await open(`/statistikk?enhet=${found.otherUnit}`);
  await page.getByRole('alert').getByText('Denne siden kan du ikke åpne').first().waitFor();
  expect(complaints.filter((it) => !/40[34]/.test(it))).toEqual([]);
  await leave();
});

test('a figure that cannot be computed leaves the others, and can be asked for again', async () => {
  const { page, open, leave } = await seatOf('coordinator');
  const isOfSeven = (url: string) => /[?&,=]7(,|%2C|&|$)/.test(new URL(url).search.replaceAll('%2C', ','));
  await page.route('**/api/statistics/figures?*', (route) =>
    isOfSeven(route.request().url())
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: '{"title":"Noe gikk galt","status":500}',
        })
      : route.continue(),
  );
  await open('/statistikk');
  const failed = page.getByRole('article').filter({ hasText: 'Protokoll levert i tide' });
  await failed.getByRole('button', { name: 'Prøv igjen' }).waitFor();
  const stands = await figureOf(page, 12, '');
  await page.getByRole('article').filter({ hasText: stands.words }).first().waitFor();
  await page.unroute('**/api/statistics/figures?*');
  await failed.getByRole('button', { name: 'Prøv igjen' }).click();
  await failed
    .getByText((await figureOf(page, 7, '')).words)
    .first()
    .waitFor();
  await leave();
});

test('what the coordinator publishes stands on the start pages of the director and of elected members', async () => {
  const coordinator = await seatOf('coordinator');
  const elected = await seatOf('elected');
  await elected.open('/');
  await elected.page.getByText('Ingen tall er publisert ennå').waitFor();

  await coordinator.open('/statistikk/publiser');
  const { page } = coordinator;
  await page.getByRole('combobox', { name: 'Periode', exact: true }).selectOption({ label: 'skoleåret 2025/26' });
  const choices = page.getByRole('group', { name: 'Hvilke tall' });
  for (const name of ['Protokoll levert i tide', 'Oppmøte per tjeneste', 'Oppfølging i tide'])
    await choices.getByRole('checkbox', { name, exact: true }).uncheck();
  await choices.getByRole('combobox', { name: 'Fullført innen frist: delt på' }).selectOption({ label: 'Kategori' });
  // The preview has what everybody will see beside her own figures, with the reason of each that is hidden.
  const preview = page.getByRole('region', { name: 'Slik blir tallene for skoleåret 2025/26' });
  const isHidden = preview.getByRole('row').filter({ hasText: ': skjult – ' });
  await isHidden.first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const hidden = await isHidden.count();
  const ofWhole = preview.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'I alt' }) });
  const [everybody, own] = await ofWhole.first().getByRole('cell').allInnerTexts();
  expect(everybody).toBe(own);
  const [, share, made] = /^(\d+\s%) \((\d+\/\d+)\)$/.exec(everybody!) as unknown as [string, string, string];
  const heldOf = made.replace('/', ' av ');
  // Of what is hidden she is told which is small, how the table was tested, and what will be kept for good.
  const answer = await page.request.get('/api/publications/preview?period=2025-2026&figures=2,22:category');
  const { publication, raw, sha256 } = (await answer.json()) as Preview;
  const marks = raw.flatMap((figure) => figure.marks);
  for (const [mark, word] of [
    ['few', 'under 5'],
    ['would-tell', 'skjules også'],
  ] as const)
    expect(await preview.locator('small').filter({ hasText: word }).count()).toBe(
      marks.filter((it) => it.mark === mark).length,
    );
  expect(marks.length).toBeGreaterThan(0);
  await preview
    .getByText(/^Tabellen om barn er prøvd mot en leser som kjenner alt .* være minst 4 ulike tall\./)
    .waitFor();
  const kept = await preview.getByRole('region', { name: 'Dette fryses' }).innerText();
  for (const fact of [sha256, `versjon ${publication.protection} av reglene`, publication.indicators[0].moment.eventId])
    expect(kept).toContain(fact);
  await preview.getByText('Når du publiserer, fryses tallene.').waitFor();
  await preview.getByRole('button', { name: 'Frys og publiser' }).click();
  await preview.getByText('Tallene for skoleåret 2025/26 er publisert.').waitFor();

  await application.caughtUp();

  await elected.open('/');
  const region = elected.page.getByRole('region', { name: 'Publiserte tall' });
  await region.getByText('Skoleåret 2025/26 er den siste perioden som er publisert.').waitFor();
  await region.getByText(heldOf, { exact: true }).waitFor();
  await region.getByRole('link', { name: 'Skoleåret 2025/26' }).click();
  await elected.page.getByRole('heading', { level: 1, name: 'Publiserte tall: skoleåret 2025/26' }).waitFor();

  // Anybody finds the figure on the public page, without signing in and without what is hidden.
  const anybody = await seat(browser, demoAt(application.address));
  const publicPage = new URL(
    (await page.getByRole('link', { name: 'Se den offentlige siden' }).getAttribute('href'))!,
    page.url(),
  );
  await anybody.open(publicPage.pathname);
  await anybody.page.getByRole('heading', { level: 1, name: 'Publiserte tall: skoleåret 2025/26' }).waitFor();
  const held = anybody.page.locator('section').filter({ hasText: 'Møtedekning hittil' });
  await held.getByText(share, { exact: true }).waitFor();
  await held.getByText(heldOf, { exact: true }).waitFor();
  expect(await anybody.page.getByRole('row').filter({ hasText: 'skjult' }).count()).toBe(hidden);
  expect(await accessibilityFaults(anybody.page)).toEqual([]);

  // A correction is another version, which says why; the first one stays.
  await coordinator.open('/statistikk/publiser');
  await page.getByRole('combobox', { name: 'Periode', exact: true }).selectOption({ label: 'skoleåret 2025/26' });
  const reason = page.getByRole('textbox', { name: /^Hvorfor kommer det en ny versjon\?/ });
  await reason.waitFor();
  await preview.getByRole('button', { name: 'Frys og publiser' }).click();
  await page.getByText('Skriv hvorfor det kommer en ny versjon.').waitFor();
  await reason.fill('Flere tall er tatt med.');
  await preview.getByRole('button', { name: 'Frys og publiser' }).click();
  await preview.getByText('Tallene for skoleåret 2025/26 er publisert.').waitFor();
  await application.caughtUp();
  await anybody.open(publicPage.pathname);
  await anybody.page.getByText('Hvorfor det kom en ny versjon: Flere tall er tatt med.').waitFor();
  await anybody.open(`${publicPage.pathname}?versjon=1`);
  await anybody.page.getByText('Det er kommet en nyere versjon av disse tallene:').waitFor();
  await held.getByText(share, { exact: true }).waitFor();

  const director = await seatOf('director');
  // Of a past moment she is told how much a figure changed, and why the cases are not listed.
  await director.open('/statistikk/7?per=2026-10-01');
  const between = director.page.getByRole('region', { name: 'Hva som endret tallet' });
  const [then, now] = [await figureOf(director.page, 7, 'asOf=2026-10-01'), await figureOf(director.page, 7, '')];
  await director.page.getByText('Radene bak tallet er telt her, men vises bare').waitFor();
  await between.getByText(`nevneren med +${now.denominator - then.denominator}. Hvilke møter`).waitFor();
  expect(await between.getByRole('link').count()).toBe(0);
  expect(await accessibilityFaults(director.page)).toEqual([]);
  await director.open('/');
  const whole = director.page.getByRole('region', { name: 'Hele kommunen dette skoleåret' });
  await whole
    .getByText((await figureOf(director.page, 2, '')).words, { exact: true })
    .first()
    .waitFor();
  await director.page
    .getByRole('region', { name: 'Publiserte tall' })
    .getByRole('link', { name: 'Alt som er publisert' })
    .waitFor();
  expect(await accessibilityFaults(director.page)).toEqual([]);
  for (const { complaints } of [coordinator, elected, anybody, director]) expect(complaints).toEqual([]);
  await Promise.all([coordinator, elected, anybody, director].map(({ leave }) => leave()));
});
