import type { Page } from 'playwright-core';
import { press, submit } from './form-steps.js';
import type { SeenPage } from './seen-page.js';

const ofPerson = (name: string, then: (page: Page) => Promise<void>): SeenPage => ({
  name: `person-${name}`,
  route: '/personer/:personId',
  as: 'coordinator',
  path: ({ people }) => `/personer/${people.get('unit-leader')!}`,
  then,
});

/** Forms on a person's page, as the coordinator fills them in. */
export const PERSON_FORMS: readonly SeenPage[] = [
  ofPerson('end-role', async (page) => {
    await press(page, /^(Avslutt roll|End the role)/);
    await page.getByLabel(/^(Siste dag|Last day)/).fill('');
    await submit(page);
  }),
  ofPerson('substitute', async (page) => {
    await press(page, /^(Sett inn vikar|Set inn vikar|Name a substitute)/);
    await submit(page);
  }),
  ofPerson('phone', async (page) => {
    await press(page, /(telefonnummer|telephone number)$/);
    await page.getByLabel(/^Tele/).fill('12');
    await submit(page);
  }),
  ofPerson('details', async (page) => {
    await press(page, /^(Endre navn|Endre namn|Change name)/);
    await page.getByLabel(/^(Navn|Namn|Name)/).fill('');
    await submit(page);
  }),
  ofPerson('give-role', async (page) => {
    await press(page, /^(Gi rolle|Gje rolle|Give a role)/);
    await page.getByLabel(/^(Rolle|Role)$/).selectOption('teacher');
    await submit(page);
  }),
  ofPerson('leave', async (page) => {
    await press(page, /^(Registrer siste dag|Set the last day)/);
    await submit(page);
  }),
];
