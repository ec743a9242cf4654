import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PersonChanged } from '#registry/contract';
import { stableId } from '#platform/kernel';
import { ACTION, BFE, NUMBER, personOf, tellStory } from '../../routes/rights.municipality.js';
import type { AskerName } from '../../routes/rights.table.js';
import { openApplication, type ApplicationUnderTest } from '../application-under-test.js';
import { accessibilityFaults, openBrowser, seat } from './browser.js';
import { digestWasMade } from './sent-digest.js';

jest.setTimeout(120_000);

const LEADER = 'leder@example.no';

let application: ApplicationUnderTest;
let browser: Browser;
beforeAll(async () => {
  // Monday of week 48, in winter time: nine o'clock.
  [application, browser] = await Promise.all([openApplication('2026-11-23T08:00:00Z'), openBrowser()]);
  await tellStory(application.installation.events);
  await hasAddress('bfeLeader', LEADER);
  const need = { kind: 'overdue', subjectId: ACTION.here, unitIds: [], serviceIds: [], ownerId: null, month: null };
  const needs = [{ ...need, countedFrom: '2026-10-16', age: 21 }];
  await digestWasMade(application, NUMBER, personOf('bfeLeader'), { week: '2026-W46', needs: [], needsCount: 0 });
  await digestWasMade(application, NUMBER, personOf('bfeLeader'), {
    needs,
    needsCount: 1,
    origin: 'https://old.example',
  });
  await digestWasMade(application, NUMBER, personOf('coordinator'), {
    ...{ roles: ['coordinator'], isLate: true, on: '2026-11-18', asOf: '2026-11-18T06:00:00.000Z' },
    ...{ vacant: [BFE], names: { [BFE]: 'Barn, familie og helse' } },
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await application.close();
});

async function hasAddress(name: AskerName, email: string): Promise<void> {
  const { events, catalog } = application.installation;
  const stream = `person-${personOf(name)}`;
  const commandId = stableId('address', name);
  const metadata = { commandId, request: 'told', correlationId: commandId, actor: 'system:specification' };
  const event = PersonChanged(PersonChanged.schema.parse({ name, email, title: null }));
  const encoded = catalog.encode(commandId, event, { ...metadata, occurredAt: '2026-11-20T10:00:00.000Z' });
  await events.append(NUMBER, stream, (await events.read(NUMBER, stream)).at(-1)!.revision, [encoded]);
  await application.caughtUp();
}

const seatOf = (name: AskerName, width: number) =>
  seat(
    browser,
    application,
    { tenant: NUMBER, personId: personOf(name) },
    { viewport: { width, height: 800 }, locale: 'nb-NO' },
  );

test('on Monday the service unit leader reads last week’s digest, and follows it to the action', async () => {
  const { page, open, leave, complaints } = await seatOf('bfeLeader', 360);
  await open('/');
  await page.getByRole('link', { name: 'Vekeoppsummering veke 47' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vekeoppsummering veke 47, 2026' }).waitFor();
  const digest = page.getByRole('article', { name: '1 sak krever deg' });
  // It was written in bokmål, and the page is in nynorsk.
  expect(await digest.getAttribute('lang')).toBe('nb');
  await digest.getByText('Enheter med møte i november').waitFor();
  expect(await digest.getByRole('link', { name: 'Enheter med møte i november' }).getAttribute('href')).toBe(
    '/oppsummering/2026-W47/tall/enheter-med-mote',
  );
  // No mail of it is known any more; its event is, and what it gives is what was sent.
  await page.getByText(/Sjølve e-posten er sletta\. Dette er laga på nytt/).waitFor();
  await page.getByText('E-posten som rein tekst').click();
  await page.getByText(/KREVER DEG NÅ/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // A figure leads to what it counted.
  await digest.getByRole('link', { name: 'Møter holdt forrige uke' }).click();
  await page.getByRole('heading', { level: 1, name: 'Møte haldne førre veke' }).waitFor();
  await page.getByRole('heading', { level: 2, name: /^Haldne: \d+$/ }).waitFor();
  await page.getByText(/^Slik var det .*16\. november/).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: 'Til oppsummeringa for veke 47' }).click();
  // The digest was sent from another address of the installation; its links stay in this one.
  await digest.getByRole('link', { name: 'Et tiltak er over fristen (21 virkedager)' }).click();
  await page.waitForURL(`**/tiltak/${ACTION.here}`);
  await page.goBack();
  await page.getByRole('link', { name: 'Vekeoppsummering', exact: true }).click();
  const weeks = page.getByRole('list', { name: 'Vekeoppsummering' }).getByRole('listitem');
  await weeks.first().waitFor();
  expect(await weeks.allInnerTexts()).toEqual([
    expect.stringMatching(/Veke 47, 2026\s+1 sak kravde deg/),
    expect.stringMatching(/Veke 46, 2026\s+Alt i rute/),
  ]);
  // What was opened here is no longer new.
  await open('/');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Vekeoppsummering veke 47' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

test('she has it sent again, up to a limit that is explained', async () => {
  const { page, open, leave, complaints } = await seatOf('bfeLeader', 1280);
  await open('/oppsummering/2026-W46');
  const again = page.getByRole('button', { name: 'Send på nytt' });
  for (let times = 1; times <= 5; times += 1) {
    await Promise.all([
      page.waitForResponse((it) => it.url().endsWith('/resend') && it.ok()),
      // The page has read what the request before has done.
      again.and(page.locator(':not([aria-busy="true"])')).click(),
    ]);
    await page.getByText('Ho blir send igjen innan eit minutt', { exact: false }).first().waitFor();
  }
  await page.getByText('Send på nytt 23. nov.').waitFor();
  await again.and(page.locator(':not([aria-busy="true"])')).click();
  await page
    .getByText(/er send på nytt fem gonger/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

test('she chooses another day and later hours, and sees when the next one comes', async () => {
  const { page, open, leave, complaints } = await seatOf('bfeLeader', 360);
  await open('/oppsummering');
  await page.getByRole('link', { name: 'Varsel og e-post' }).click();
  await page.getByRole('heading', { level: 1, name: 'Varsel og e-post' }).waitFor();
  await page.getByText(LEADER).waitFor();
  await page.getByText(/Ho høyrer til rolla di og kan ikkje slåast av/).waitFor();
  expect(await page.getByRole('checkbox', { name: 'Eg vil ha vekeoppsummeringa' }).count()).toBe(0);
  // This week's Monday has passed.
  await page.getByText('Neste vekeoppsummering kjem tysdag 24. november.').waitFor();
  await page.getByRole('combobox', { name: 'Vekedag' }).selectOption('onsdag');
  await page.getByRole('combobox', { name: 'Frå klokka' }).selectOption('09.00');
  await page.getByRole('checkbox', { name: 'Eg vil ha nytt i møteplanen på e-post' }).uncheck();
  await page.getByRole('button', { name: 'Lagre vala' }).click();
  await page.getByText('Vala er lagra. Neste vekeoppsummering kjem onsdag 25. november.').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.reload();
  await page.getByRole('combobox', { name: 'Vekedag' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Vekedag' }).inputValue()).toBe('3');
  expect(await page.getByRole('combobox', { name: 'Frå klokka' }).inputValue()).toBe('9');
  expect(await page.getByRole('checkbox', { name: 'Eg vil ha nytt i møteplanen på e-post' }).isChecked()).toBe(false);
  expect(complaints).toEqual([]);
  await leave();
});

test('what was chosen in another window is shown before it is overwritten', async () => {
  const first = await seatOf('coordinator', 1280);
  const second = await seatOf('coordinator', 1280);
  // Nothing has been chosen before: the first window makes the first choice.
  for (const { open } of [first, second]) await open('/innstillinger/varsler');
  await first.page.getByRole('combobox', { name: 'Språk i e-posten' }).selectOption('nynorsk');
  await first.page.getByRole('button', { name: 'Lagre vala' }).click();
  await first.page.getByText('Vala er lagra.').first().waitFor();
  await second.page.getByRole('combobox', { name: 'Vekedag' }).selectOption('fredag');
  await second.page.getByRole('button', { name: 'Lagre vala' }).click();
  const changed = second.page.getByRole('alert');
  await changed.getByText(/nynorsk/).waitFor();
  expect(await second.page.getByRole('combobox', { name: 'Vekedag' }).inputValue()).toBe('5');
  for (const { leave } of [first, second]) await leave();
});

test('after the session has ended, the choices stand as they were made and can be saved', async () => {
  const { page, context, open, leave } = await seatOf('bfeLeader', 1280);
  await open('/innstillinger/varsler');
  await page.getByRole('combobox', { name: 'Vekedag' }).selectOption('torsdag');
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Lagre vala' }).click();
  await page.getByRole('dialog', { name: 'Du er logga ut' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Vekedag', includeHidden: true }).inputValue()).toBe('4');
  await context.addCookies(cookies);
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await page.getByRole('button', { name: 'Lagre vala' }).click();
  await page
    .getByText(/^Vala er lagra\./)
    .first()
    .waitFor();
  await leave();
});

test('the coordinator sees that a digest was late and is of a vacant post, and how the next one is now', async () => {
  const { page, open, leave, complaints } = await seatOf('coordinator', 1280);
  await open('/oppsummering');
  await page.getByText('! Forseinka').waitFor();
  await page.getByRole('link', { name: 'Veke 47, 2026' }).click();
  const digest = page.getByRole('article');
  await digest.getByText(/Oppsummeringen for uke 47 er forsinket og ble laget onsdag 18\. november 2026\./).waitFor();
  await digest.getByText(/Barn, familie og helse har ingen virksomhetsleder nå/).waitFor();
  // Nobody has registered an address for her.
  await page.getByText('Ho kan ikkje sendast på nytt', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Send på nytt' }).count()).toBe(0);

  await page.getByRole('link', { name: 'Vekeoppsummering', exact: true }).click();
  await page.getByRole('link', { name: 'Slik ser neste ut no' }).click();
  await page.getByRole('heading', { level: 1, name: 'Neste vekeoppsummering, slik ho ser ut no' }).waitFor();
  await page.getByText(/Ingenting er sendt/).waitFor();
  await page
    .getByRole('article')
    .getByText(/Veke 48\..* Tala gjeld måndag 23\. november 2026/)
    .waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

test('a unit leader asks for the digest, and a teacher learns that it is for leaders', async () => {
  const leader = await seatOf('leaderHere', 360);
  await leader.open('/oppsummering');
  await leader.page.getByText('Du har ikkje bede om vekeoppsummeringa').waitFor();
  await leader.page.getByRole('link', { name: 'Vel i Varsel og e-post' }).click();
  await leader.page.getByText('Det er ikkje registrert noka e-postadresse på deg.', { exact: false }).waitFor();
  await leader.page.getByRole('checkbox', { name: 'Eg vil ha vekeoppsummeringa' }).check();
  await leader.page.getByRole('button', { name: 'Lagre vala' }).click();
  await leader.page.getByText('Vala er lagra. Neste vekeoppsummering kjem tysdag 24. november.').waitFor();
  await leader.page.getByRole('link', { name: 'Vekeoppsummering', exact: true }).click();
  await leader.page.getByText('Ingen oppsummeringar enno').waitFor();
  await leader.leave();

  const teacher = await seatOf('teacherHere', 360);
  await teacher.open('/oppsummering');
  await teacher.page.getByText('Vekeoppsummeringa er for leiarar og koordinatoren').waitFor();
  await teacher.open('/oppsummering/2026-W47');
  await teacher.page.getByText('Du fekk inga oppsummering denne veka').waitFor();
  await teacher.leave();
});
