import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { DEFAULT_PREFERENCES, PreferencesChosen, type Preferences } from '#digests/contract';
import type { PersonId } from '#platform/kernel';
import { EVERYTHING, lastRoundOn, MONDAY, outcome, STORY, TUESDAY } from './monday.examples.js';
import {
  agreed,
  berit,
  inTenant,
  kari,
  moment,
  MUNICIPALITY,
  ola,
  receiverOf,
  TENANT,
  type Happening,
} from './school-year.story.js';
import { itemsIn, localTime, simulateMail, type Arrived, type SimulatedMail } from './simulated-mail.js';

// Mails of the morning that the mail server does not take on their day wait for the next working day. A real database and
// a real mail server; each test has a municipality of its own.

jest.setTimeout(120_000);

const THURSDAY = '2026-08-20';
const FRIDAY = '2026-08-21';
let simulated: SimulatedMail;
let owner: Client;
beforeAll(async () => {
  simulated = await simulateMail(TENANT, moment('2026-08-15 08.00'));
  owner = new Client(simulated.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await simulated.close();
});

let municipalities = 0;
let tenant: string;
beforeEach(() => {
  tenant = String(5000 + (municipalities += 1));
});

/** A municipality in which this has happened, and whose last round was on that day. */
async function municipality(happenings: readonly Happening[], lastRound: string): Promise<void> {
  for (const happening of happenings) await simulated.happens(inTenant(happening, tenant), tenant);
  await lastRoundOn(owner, tenant, lastRound);
}

const chooses = (personId: PersonId, changes: Partial<Preferences>): Happening => ({
  at: moment('2026-08-17 10.00'),
  stream: `preferences-${personId}`,
  by: personId,
  event: PreferencesChosen({ ...DEFAULT_PREFERENCES, ...changes }),
});

/** The mails that arrive when workers run at these times, by first name. */
async function arrivingAt(...times: readonly string[]): Promise<ReadonlyMap<string, readonly Arrived[]>> {
  for (const time of times) await simulated.workersRun(moment(time), 1, tenant);
  return Map.groupBy(simulated.takeArrived(), ({ to }) => receiverOf(to)[1]);
}

/** The same, while the mail server is down. */
async function arrivingInVain(...times: readonly string[]): Promise<void> {
  await simulated.smtp.stop();
  expect((await arrivingAt(...times)).size).toBe(0);
  await simulated.smtp.start();
}

test('mails that were not taken until four wait for the morning, and each person gets one, which tells all', async () => {
  // Three working days before they are due, which is on Tuesday, their owners are told.
  const toldOnTuesday = [
    agreed('Ola’s', '2026-08-18', '2026-08-28'),
    agreed('Berit’s', '2026-08-18', '2026-08-28', { owner: berit, service: null }),
  ];
  await municipality([...STORY, ...toldOnTuesday], FRIDAY);
  await arrivingInVain(`${MONDAY} 07.00`, `${MONDAY} 15.59`);
  const atNight = await arrivingAt(`${MONDAY} 16.00`, `${MONDAY} 22.00`, `${TUESDAY} 06.59`);
  expect([...atNight.keys()]).toEqual([]);

  const onTuesday = await arrivingAt(`${TUESDAY} 07.00`, `${TUESDAY} 07.01`);
  const due = 'Et tiltak har frist 28. august 2026';
  const news = EVERYTHING.Lars[0]!.split(' | ')[1]!;
  expect(outcome(onTuesday)).toEqual({
    Berit: [`digest | ${due} | ${news}`],
    Kari: ['digest'],
    Lars: [`Møteplanen er endret | ${news}`],
    Ola: [`2 saker venter på deg | Et tiltak er over fristen (…) | ${due} | ${news}`],
  });
  const digest = onTuesday.get('Berit')![0]!.mail;
  expect(digest.subject).toBe('Ukesoppsummering uke 35 – 1 sak krever deg');
  expect(digest.text!.replaceAll(/\s+/g, ' ')).toContain('Oppsummeringen for uke 35 er forsinket og ble laget tirsdag');
  expect(localTime(digest.date!)).toBe(`${TUESDAY} 07.00`);
  expect((await arrivingAt(`${TUESDAY} 12.00`, '2026-08-26 07.00')).size).toBe(0);
});

test('a daily mail of Friday is told on Monday, and nothing goes out on the weekend', async () => {
  await municipality([...MUNICIPALITY, agreed('late', '2026-08-18', FRIDAY)], THURSDAY);
  await arrivingInVain(`${FRIDAY} 07.00`);
  expect((await arrivingAt(`${FRIDAY} 16.30`, '2026-08-22 10.00', '2026-08-23 10.00')).size).toBe(0);
  const onMonday = (await arrivingAt(`${MONDAY} 07.00`)).get('Ola')!;
  expect(onMonday.map(({ mail }) => itemsIn(mail))).toEqual([['Et tiltak er over fristen (én virkedag)']]);
});

test('a mail that is taken before four goes out on its day', async () => {
  await municipality(STORY, FRIDAY);
  await arrivingInVain(`${MONDAY} 07.00`);
  expect(outcome(await arrivingAt(`${MONDAY} 15.59`))).toEqual(EVERYTHING);
});

test('hours that a person has chosen are kept on the next day too', async () => {
  await municipality([...STORY, chooses(ola, { hours: { from: 9, until: 13 } })], FRIDAY);
  await arrivingInVain(`${MONDAY} 09.00`);
  expect((await arrivingAt(`${MONDAY} 13.00`)).has('Ola')).toBe(false);
  expect((await arrivingAt(`${TUESDAY} 07.00`, `${TUESDAY} 08.59`)).has('Ola')).toBe(false);
  expect((await arrivingAt(`${TUESDAY} 09.00`)).get('Ola')).toHaveLength(1);
});

test('the digest of a week that is over goes out as it was, and says its week', async () => {
  await municipality([...MUNICIPALITY, chooses(kari, { digestWeekday: 5 })], THURSDAY);
  await arrivingInVain(`${FRIDAY} 07.00`);
  expect((await arrivingAt('2026-08-22 10.00')).size).toBe(0);
  const [digest, ...more] = (await arrivingAt(`${MONDAY} 07.00`, `${MONDAY} 07.01`)).get('Kari')!;
  expect(more).toEqual([]);
  expect(digest!.mail.subject).toBe('Ukesoppsummering uke 34 – alt i rute');
  expect(localTime(digest!.mail.date!)).toBe(`${FRIDAY} 07.00`);
});
