import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { stableId } from '#platform/kernel';
import { SignIns } from '#sign-in/contract';
import { kari, moment, NAMES, TENANT } from './school-year.story.js';
import { itemsIn, type SimulatedMail } from './simulated-mail.js';
import { mailsAt as mailsOf, simulateMunicipality } from './simulated-municipality.js';

// People who wait to be let in, in the coordinator's mail.

jest.setTimeout(60_000);

const ONE_WAITS = 'Én person har logget inn og venter på godkjenning';

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality();
  // Monday's digest, before anybody waits.
  await simulated.workersRun(moment('2026-08-17 07.00'));
});
beforeEach(() => void simulated.takeArrived());
afterAll(() => simulated.close());

const identityOf = (name: string) => stableId('decisions in mail', name);
/** Somebody has signed in at the provider, and asks to be let in. */
async function asks(at: string, name: string): Promise<void> {
  simulated.api.clock.set(moment(at));
  const claimed = { name, email: `${identityOf(name)}@example.no` };
  await simulated.api.app.get(SignIns, { strict: false }).ask(TENANT, identityOf(name), claimed);
}
async function isRefused(at: string, name: string): Promise<void> {
  simulated.api.clock.set(moment(at));
  const answer = await fetch(`${simulated.api.url}/api/sign-ins/${identityOf(name)}/refusal`, {
    method: 'POST',
    headers: { cookie: await simulated.api.cookie(TENANT, kari), 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
}
const mailsAt = (time: string) => mailsOf(simulated, time);

test('tells the coordinator that somebody waits, without a name, once', async () => {
  await asks('2026-08-18 12.00', 'Siri Plantet');
  await simulated.workersRun(moment('2026-08-19 07.00'), 2);
  const [first, ...others] = simulated.takeArrived();
  expect(others).toEqual([]);
  const { to, mail } = first!;
  expect([NAMES.get(to), mail.subject, itemsIn(mail)]).toEqual(['Kari', '1 sak venter på deg', [ONE_WAITS]]);
  expect(mail.text).toContain('https://samspill.example.no/innlogginger');
  expect(`${mail.text} ${String(mail.html)}`).not.toMatch(/Siri|Plantet/);
  expect(await mailsAt('2026-08-20 07.00')).toEqual([]);
});

test('tells of the next one the next morning, with the number of all who wait', async () => {
  await asks('2026-08-20 12.00', 'Tor Plantet');
  // Asked again, it is the same question.
  await asks('2026-08-20 12.05', 'Siri Plantet');
  expect(await mailsAt('2026-08-21 07.00')).toEqual([
    ['Kari', '1 sak venter på deg', '2 personer har logget inn og venter på godkjenning'],
  ]);
});

test('tells nothing of what was answered before the mail', async () => {
  await mailsAt('2026-08-24 07.00');
  await asks('2026-08-24 12.00', 'Una Plantet');
  await isRefused('2026-08-25 06.59', 'Una Plantet');
  expect(await mailsAt('2026-08-25 07.00')).toEqual([]);
});

test('is part of the digest on its day, whose figures and record stay as they are', async () => {
  for (const name of ['Siri Plantet', 'Tor Plantet']) await isRefused('2026-08-28 12.00', name);
  await asks('2026-08-29 12.00', 'Vegard Plantet');
  expect(await mailsAt('2026-08-31 07.00')).toEqual([
    ['Berit', 'Ukesoppsummering uke 36 – alt i rute'],
    ['Kari', 'Ukesoppsummering uke 36 – 1 sak krever deg', ONE_WAITS],
  ]);
  expect(await mailsAt('2026-09-01 07.00')).toEqual([]);
});

test('tells again of whoever asks again after an answer', async () => {
  await isRefused('2026-09-01 12.00', 'Vegard Plantet');
  await asks('2026-09-02 12.00', 'Vegard Plantet');
  expect(await mailsAt('2026-09-03 07.00')).toEqual([['Kari', '1 sak venter på deg', ONE_WAITS]]);
});
