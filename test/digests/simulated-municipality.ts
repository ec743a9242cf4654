import { addDays, weekdayOf, type CalendarDate } from '#platform/kernel';
import { moment, MUNICIPALITY, NAMES, TENANT, type Happening } from './school-year.story.js';
import { itemsIn, localTime, simulateMail, type SimulatedMail } from './simulated-mail.js';

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

/**
 * Lets a story happen, and the workers run on every day of a period: at seven, and after each happening.
 * @param atSix on each day before the mails
 */
export async function simulateDays(
  simulated: SimulatedMail,
  story: readonly Happening[],
  from: string,
  to: string,
  atSix: (day: CalendarDate) => Promise<void> = async () => {},
): Promise<void> {
  let next = 0;
  const until = async (at: Date) => {
    for (; next < story.length && story[next]!.at < at; next += 1) {
      await simulated.happens(story[next]!);
      await simulated.workersRun(story[next]!.at);
    }
  };
  for (let day = from as CalendarDate; day <= to; day = addDays(day, 1)) {
    await until(moment(`${day} 06.00`));
    await atSix(day);
    await until(moment(`${day} 07.00`));
    // On Mondays two workers at a time, and again a minute later.
    const isMonday = weekdayOf(day) === 1;
    await simulated.workersRun(moment(`${day} 07.00`), isMonday ? 2 : 1);
    if (isMonday) await simulated.workersRun(moment(`${day} 07.01`));
  }
}

/** Every mail of the wanted subjects as a line of a table: day and time, receiver, subject and lines. */
export const mailTable = (simulated: SimulatedMail, isWanted: (subject: string) => boolean): readonly string[] =>
  simulated.arrived
    .map(({ at, to, mail }) => ({
      when: localTime(at),
      who: NAMES.get(to)!,
      subject: mail.subject!,
      items: itemsIn(mail),
    }))
    .filter(({ subject }) => isWanted(subject))
    .map(({ when, who, subject, items }) => `${when} ${who.padEnd(5)} ${subject} | ${items.join(' | ')}`)
    .toSorted();
export const isDigest = (subject: string) => /^(Ukes|Vekes|Vekeo)/.test(subject);
