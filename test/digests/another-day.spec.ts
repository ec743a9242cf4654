import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DEFAULT_PREFERENCES, PreferencesChosen, type Preferences } from '#digests/contract';
import type { PersonId } from '#platform/kernel';
import { berit, kari, lars, moment, SCHOOL_YEAR } from './school-year.story.js';
import { localTime, type SimulatedMail } from './simulated-mail.js';
import { simulateMunicipality } from './simulated-municipality.js';

jest.setTimeout(60_000);

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality(...SCHOOL_YEAR.slice(0, 3));
});
afterAll(() => simulated.close());

const chooses = (at: string, personId: PersonId, changes: Partial<Preferences>) =>
  simulated.happens({
    at: moment(at),
    stream: `preferences-${personId}`,
    by: personId,
    event: PreferencesChosen({ ...DEFAULT_PREFERENCES, ...changes }),
  });

test('whoever chooses another day in the middle of a week gets one digest that week, and it is not called late', async () => {
  await chooses('2026-08-15 10.00', berit, { wantsDigest: true, digestWeekday: 5 });
  await simulated.workersRun(moment('2026-08-17 07.00'));
  await simulated.workersRun(moment('2026-08-18 07.00'));
  // Monday has passed, and Friday was still to come; the coordinator has got hers; the leader of the school asks for it.
  await chooses('2026-08-18 12.00', berit, { wantsDigest: true, digestWeekday: 1 });
  await chooses('2026-08-18 12.01', kari, { wantsDigest: true, digestWeekday: 3 });
  await chooses('2026-08-18 12.02', lars, { wantsDigest: true, digestWeekday: 2 });
  for (const day of ['19', '20', '21', '24']) await simulated.workersRun(moment(`2026-08-${day} 07.00`));
  const digests = simulated.arrived
    .filter(({ mail }) => mail.subject?.startsWith('Ukesoppsummering'))
    .map(({ at, to, mail }) => [localTime(at), to.split('@')[0], mail.subject!.slice(0, 23)])
    .sort();
  expect(digests).toEqual([
    ['2026-08-17 07.00', 'kari', 'Ukesoppsummering uke 34'],
    ['2026-08-19 07.00', 'berit', 'Ukesoppsummering uke 34'],
    ['2026-08-19 07.00', 'lars', 'Ukesoppsummering uke 34'],
    ['2026-08-24 07.00', 'berit', 'Ukesoppsummering uke 35'],
  ]);
  expect(simulated.arrived.filter(({ mail }) => mail.text?.includes('er forsinket'))).toEqual([]);
});
