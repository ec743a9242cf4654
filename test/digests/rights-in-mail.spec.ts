import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DEFAULT_PREFERENCES, PreferencesChosen } from '#digests/contract';
import { PersonId, stableId, UnitId } from '#platform/kernel';
import {
  agreed,
  lars,
  moment,
  ola,
  person,
  ppt,
  role,
  roleEnded,
  school,
  schoolRegistered,
  type Happening,
} from './school-year.story.js';
import { itemsIn, type SimulatedMail } from './simulated-mail.js';
import { simulateMunicipality } from './simulated-municipality.js';

// The head of one school becomes the head of another, after she was told of an action that is late. What her mails hold
// from then on is what she may read when they are sent.

jest.setTimeout(120_000);

const nina = PersonId.parse(stableId('rights in mail', 'nina'));
const otherSchool = UnitId.parse('974552884');
const of = { owner: ola, service: ppt };
const wantsDigest = (personId: PersonId): Happening => ({
  at: moment('2026-08-15 10.00'),
  stream: `preferences-${personId}`,
  by: personId,
  event: PreferencesChosen({ ...DEFAULT_PREFERENCES, wantsDigest: true }),
});

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality(
    schoolRegistered(otherSchool, 'Sørlia skole'),
    person(nina, 'Nina Prøve'),
    role(nina, 'teacher', { unitId: otherSchool }),
    wantsDigest(lars),
    wantsDigest(nina),
    // Their sixth working days over due, when the unit's leader is told: Thursday, Friday, and Monday.
    agreed('told before the change', '2026-08-15', '2026-08-26', of),
    agreed('at the other school', '2026-08-15', '2026-08-27', { ...of, at: otherSchool }),
    agreed('told after the change', '2026-08-15', '2026-08-28', of),
    agreed('her own', '2026-08-15', '2026-09-02', { owner: lars, service: null }),
  );
});
afterAll(() => simulated.close());

/** Lines of the mail that a person gets at a time. */
async function linesAt(time: string) {
  await simulated.workersRun(moment(time));
  const mails = simulated.takeArrived();
  return (name: string) => mails.filter(({ to }) => to === `${name}@example.no`).map(({ mail }) => itemsIn(mail));
}

test('what the mails of a leader hold who has moved to another unit, and those of her successor', async () => {
  for (const day of ['2026-08-31', '2026-09-01', '2026-09-02']) await linesAt(`${day} 07.00`);
  // She was told on Thursday, and no mail reached her.
  await simulated.smtp.stop();
  expect((await linesAt('2026-09-03 07.00'))('lars')).toEqual([]);
  await simulated.smtp.start();
  await simulated.happens(roleEnded('2026-09-03 12.00', lars, 'unit-leader', '2026-09-03'));
  await simulated.happens(role(lars, 'unit-leader', { unitId: otherSchool }, '2026-09-04', '2026-09-03 12.01'));
  await simulated.happens(role(nina, 'unit-leader', { unitId: school }, '2026-09-04', '2026-09-03 12.02'));

  const friday = await linesAt('2026-09-04 07.00');
  expect(friday('lars')).toEqual([
    ['Et tiltak er over fristen (6 virkedager)', 'Et tiltak er over fristen (2 virkedager)'],
  ]);
  // Her first digest, of the week in which she became a leader: she takes over what the head before her was told.
  expect(friday('nina')).toEqual([['Et tiltak er over fristen (7 virkedager)']]);

  const monday = await linesAt('2026-09-07 07.00');
  expect(monday('lars')).toEqual([
    ['Et tiltak er over fristen (7 virkedager)', 'Et tiltak er over fristen (3 virkedager)'],
  ]);
  expect(monday('nina')).toEqual([
    ['Et tiltak er over fristen (8 virkedager)', 'Et tiltak er over fristen (6 virkedager)'],
  ]);
});
