import { moment, MUNICIPALITY, NAMES, TENANT, type Happening } from './school-year.story.js';
import { itemsIn, simulateMail, type SimulatedMail } from './simulated-mail.js';

/** The municipality of the story from 15 August on, and what else happens before the test begins. */
export async function simulateMunicipality(...more: readonly Happening[]): Promise<SimulatedMail> {
  const simulated = await simulateMail(TENANT, moment('2026-08-15 08.00'));
  for (const happening of [...MUNICIPALITY, ...more]) await simulated.happens(happening);
  return simulated;
}

/** The mails that two workers send in the same round: receiver, subject and lines. */
export async function mailsAt(simulated: SimulatedMail, time: string) {
  await simulated.workersRun(moment(time), 2);
  return simulated
    .takeArrived()
    .map(({ to, mail }) => [NAMES.get(to), mail.subject, ...itemsIn(mail)])
    .toSorted();
}
