import type { Page } from 'playwright-core';
import { press, submit } from './form-steps.js';
import { PERSON_FORMS } from './person-forms.table.js';
import type { SeenPage } from './seen-page.js';

// Panels, dialogs and forms, including forms with error messages.

const answer = (page: Page, which: string) => page.locator(`[data-answer="${which}"]`).first().click();
const file = (page: Page, name: string, text: string) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const ofAction = (which: string, name = which): SeenPage => ({
  name: `action-${name}`,
  route: '/tiltak/:actionId',
  as: 'service-member',
  path: ({ action }) => `/tiltak/${action.overdue}`,
  then: async (page) => {
    await answer(page, which);
    await submit(page);
  },
});
const ofMeeting = (name: string, button: RegExp): SeenPage => ({
  name: `meeting-${name}`,
  route: '/moter/:meetingId',
  as: 'unit-leader',
  path: ({ meeting }) => `/moter/${meeting.planned}`,
  then: async (page) => {
    await press(page, button);
    await page.locator('dialog[open]').waitFor();
  },
});
const ofPanel = (name: string, button: RegExp): SeenPage => ({
  name: `board-panel-${name}`,
  route: '/oppfolging',
  as: 'coordinator',
  path: ({ unit }) => `/oppfolging?enhet=${unit}`,
  then: async (page) => {
    await press(page, button);
    await submit(page);
  },
});

export const FORMS: readonly SeenPage[] = [
  ofAction('more-time'),
  ofAction('status'),
  ofAction('hand-over'),
  ofAction('change'),
  ofAction('abandon'),
  {
    ...ofAction('done'),
    // This form has no required field, so it is checked unsent.
    then: (page) => answer(page, 'done'),
  },
  ofPanel('call', /^(Noter telefon|Noter telefonsamtale|Note a call)/),
  ofPanel('exemption', /^(Gi fritak|Gje fritak|Grant exemption|Exempt)/),
  ofMeeting('notice', /^(Kall inn|Call)/),
  ofMeeting('other-day', /^(Flytt|Move)/),
  ofMeeting('cancel', /^(Avlys|Cancel)/),
  {
    name: 'meetings-new',
    route: '/moter',
    as: 'coordinator',
    then: async (page) => {
      await press(page, /^(Nytt møte|New meeting)/);
      await submit(page);
    },
  },
  {
    name: 'unit-standing-participants',
    route: '/enheter/:unitId',
    as: 'unit-leader',
    path: ({ unit }) => `/enheter/${unit}`,
    then: (page) => press(page, /^(Endre faste|Endre dei faste|Change)/),
  },
  {
    name: 'unit-close',
    route: '/enheter/:unitId',
    as: 'coordinator',
    path: ({ unit }) => `/enheter/${unit}`,
    then: async (page) => {
      await press(page, /^(Legg ned|Close the unit)/);
      await page.getByLabel(/^(Siste dag|Last open day)/).fill('31.12.2026');
      await submit(page);
    },
  },
  {
    name: 'service-close',
    route: '/tjenester/:serviceId',
    as: 'coordinator',
    path: ({ service }) => `/tjenester/${service}`,
    then: async (page) => {
      await press(page, /^(Legg ned|Close the service)/);
      await page.getByLabel(/^(Siste dag|Last open day)/).fill('31.12.2026');
      await submit(page);
    },
  },
  {
    name: 'school-calendar-form',
    route: '/skolerute',
    as: 'coordinator',
    then: async (page) => {
      await page.locator('main summary').first().click();
      await press(page, /^(Legg til|Add days off)/);
      await submit(page);
    },
  },
  ...PERSON_FORMS,
  {
    name: 'people-register',
    route: '/personer',
    as: 'coordinator',
    then: async (page) => {
      await press(page, /^(Registrer person|Register a person)/);
      await submit(page);
    },
  },
  {
    name: 'service-register',
    route: '/tjenester',
    as: 'coordinator',
    then: async (page) => {
      await press(page, /^(Registrer tjeneste|Registrer teneste|Register a service)/);
      await submit(page);
    },
  },
  {
    name: 'service-unit-register',
    route: '/tjenester',
    as: 'coordinator',
    then: async (page) => {
      await press(page, /^(Registrer virksomhet|Registrer verksemd|Register a service unit)/);
      await submit(page);
    },
  },
  {
    name: 'service-change',
    route: '/tjenester/:serviceId',
    as: 'coordinator',
    path: ({ service }) => `/tjenester/${service}`,
    then: async (page) => {
      await press(page, /^(Endre tjenesten|Endre tenesta|Change the service)/);
      await page
        .locator('dialog[open]')
        .getByLabel(/^(Navn|Namn|Name)/)
        .fill('');
      await submit(page);
    },
  },
  {
    name: 'service-capacity',
    route: '/tjenester/:serviceId',
    as: 'coordinator',
    path: ({ service }) => `/tjenester/${service}`,
    then: async (page) => {
      await press(page, /^(Endre kapasiteten|Change the capacity)/);
      await page
        .locator('dialog[open]')
        .getByLabel(/^(Møt|Møte|Meetings)/)
        .fill('mange');
      await submit(page);
    },
  },
  {
    name: 'service-unit-rename',
    route: '/virksomheter/:serviceUnitId',
    as: 'coordinator',
    path: ({ serviceUnit }) => `/virksomheter/${serviceUnit}`,
    then: async (page) => {
      await press(page, /^(Endre navnet|Endre namnet|Rename)/);
      await page
        .locator('dialog[open]')
        .getByLabel(/^(Navn|Namn|Name)/)
        .fill('');
      await submit(page);
    },
  },
  {
    name: 'serving-chosen',
    route: '/tjenester/:serviceId/enheter',
    as: 'coordinator',
    path: ({ service }) => `/tjenester/${service}/enheter`,
    then: (page) => page.locator('tbody input[type=checkbox]').first().click(),
  },
  {
    name: 'orphans-offer',
    route: '/oppfolging/uten-ansvarlig',
    as: 'coordinator',
    then: (page) => press(page, /^(Tilby|Offer)/),
  },
  {
    name: 'overdue-history',
    route: '/oppfolging/over-frist',
    as: 'coordinator',
    then: (page) => press(page, /^(Historikk|History)/),
  },
  {
    name: 'import-preview',
    route: '/import',
    as: 'coordinator',
    then: (page) =>
      file(
        page,
        'enheter.csv',
        'orgnr;navn;type;eierform;antall;område\n974552876;Nye Nordlia skole;skole;offentlig;210;Nord\n',
      ),
  },
  {
    name: 'import-with-faults',
    route: '/import',
    as: 'coordinator',
    then: (page) => file(page, 'enheter.csv', 'orgnr;navn;type;eierform;antall;område\n12;;fabrikk;;mange;\n'),
  },
  {
    name: 'import-not-understood',
    route: '/import',
    as: 'coordinator',
    then: (page) => file(page, 'enheter.json', '{"ikke": '),
  },
  {
    name: 'search-nothing',
    route: '/sok',
    as: 'coordinator',
    then: async (page) => {
      await page.getByRole('searchbox').fill('xyzxyz');
      await page.waitForResponse((answer) => answer.url().includes('/api/search'));
    },
  },
  {
    name: 'service-unit-open',
    route: '/tjenester/:serviceId',
    as: 'service-unit-leader',
    path: ({ service }) => `/tjenester/${service}`,
    then: (page) => page.locator('main summary').first().click(),
  },
  {
    name: 'services-tables-open',
    route: '/tjenester',
    as: 'service-unit-leader',
    then: async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  },
];
