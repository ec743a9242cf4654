import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { dayOf, MeetingId, SchoolYear, stableId, TimeOfDay, type CalendarDate, type PersonId } from '#platform/kernel';
import { AgreementApproved, AgreementProposed, type AgreementParty } from '#meetings/contract';
import { berit, kari, lars, moment, ola, ppt, school } from './school-year.story.js';
import type { SimulatedMail } from './simulated-mail.js';
import { mailsAt as mailsOf, simulateMunicipality } from './simulated-municipality.js';

// An agreement that waits for a party, in the mail of those who can approve it.

jest.setTimeout(60_000);

const schoolYear = SchoolYear.parse(2026);
const ONE_WAITS = 'En samarbeidsavtale venter på at du godkjenner den';

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality();
  await simulated.workersRun(moment('2026-08-17 07.00'));
});
beforeEach(() => void simulated.takeArrived());
afterAll(() => simulated.close());

const of = (version: number) => ({ unitId: school, schoolYear, version });
const stream = `agreement-${school}.2026`;
const proposed = (at: string, version: number, by: PersonId, on: string) =>
  simulated.happens({
    ...{ at: moment(at), stream, by },
    event: AgreementProposed({
      ...{ ...of(version), proposedBy: by, on: dayOf(moment(at)) },
      content: {
        dates: [
          {
            meetingId: MeetingId.parse(stableId('agreed meeting')),
            on: on as CalendarDate,
            startsAt: TimeOfDay.parse('12:30'),
          },
        ],
        members: [{ personId: ola, deputyId: null }],
        services: [{ serviceId: ppt, mustAttend: false }],
      },
    }),
  });
const approved = (at: string, version: number, party: AgreementParty, by: PersonId) =>
  simulated.happens({
    ...{ at: moment(at), stream, by },
    event: AgreementApproved({ ...of(version), party, approvedBy: by, on: dayOf(moment(at)) }),
  });
const mailsAt = (time: string) => mailsOf(simulated, time);

test('tells the other party of a version that its own party has approved, once', async () => {
  await proposed('2026-08-18 12.00', 1, lars, '2026-10-13');
  await approved('2026-08-18 12.00', 1, 'unit', lars);
  expect(await mailsAt('2026-08-19 07.00')).toEqual([['Berit', '1 sak venter på deg', ONE_WAITS]]);
  expect(await mailsAt('2026-08-20 07.00')).toEqual([]);
});

test('tells the party that has yet to approve the next version, and not the one that has', async () => {
  await proposed('2026-08-20 12.00', 2, kari, '2026-10-14');
  await approved('2026-08-20 13.00', 2, 'services', berit);
  expect(await mailsAt('2026-08-21 07.00')).toEqual([['Lars', '1 sak venter på deg', ONE_WAITS]]);
});

test('tells both of a version that the coordinator proposed, and is part of the digest on its day', async () => {
  await proposed('2026-08-21 12.00', 3, kari, '2026-10-15');
  expect(await mailsAt('2026-08-24 07.00')).toEqual([
    ['Berit', 'Ukesoppsummering uke 35 – 1 sak krever deg', expect.stringContaining(ONE_WAITS)],
    ['Kari', expect.stringContaining('alt i rute')],
    ['Lars', '1 sak venter på deg', ONE_WAITS],
  ]);
});

test('tells nothing of what was approved before the mail', async () => {
  await proposed('2026-08-25 12.00', 4, kari, '2026-10-16');
  await approved('2026-08-25 13.00', 4, 'unit', lars);
  await approved('2026-08-26 06.59', 4, 'services', berit);
  expect(await mailsAt('2026-08-26 07.00')).toEqual([]);
});
