import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { cancelled, moment, NAMES, planned, reminded } from './school-year.story.js';
import type { SimulatedMail } from './simulated-mail.js';
import { simulateMunicipality } from './simulated-municipality.js';

jest.setTimeout(60_000);

const REMINDER = 'Lars: Koordinatoren minner om det som venter';

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality(planned('September', '2026-09-08'));
});
beforeEach(() => void simulated.takeArrived());
afterAll(() => simulated.close());

/** The mails of a worker's minute. */
async function mailsAt(time: string): Promise<readonly string[]> {
  await simulated.workersRun(moment(time));
  return simulated.takeArrived().map(({ to, mail }) => `${NAMES.get(to)}: ${mail.subject}`);
}

test('a reminder goes out however long no worker ran after it', async () => {
  await mailsAt('2026-09-11 07.00');
  await simulated.happens(reminded('2026-09-11 17.00'));
  expect(await mailsAt('2026-09-21 07.00')).toContain(REMINDER);
  expect(await mailsAt('2026-09-21 07.01')).toEqual([]);
});

test('a reminder of what is solved before its mail is composed tells nobody', async () => {
  await mailsAt('2026-09-25 07.00');
  await simulated.happens(reminded('2026-09-25 17.00'));
  await simulated.happens(cancelled('2026-09-26 12.00', 'September', '2026-09-08'));
  expect(await mailsAt('2026-09-28 07.00')).not.toContain(REMINDER);
  await simulated.happens(planned('October', '2026-09-27', '2026-09-28 12.00'));
  await simulated.happens(reminded('2026-09-28 17.00'));
  expect(await mailsAt('2026-09-29 07.00')).toContain(REMINDER);
});
