import type { Client } from 'pg';
import { agreed, MUNICIPALITY, planned, type Happening } from './school-year.story.js';
import { itemsIn, type Arrived } from './simulated-mail.js';

// A Monday morning with two digests, an action that is late, and news of the meeting plan.

export const MONDAY = '2026-08-24';
export const TUESDAY = '2026-08-25';

/** An action was due on Friday, and on Sunday the coordinator planned a meeting. */
export const STORY: readonly Happening[] = [
  ...MUNICIPALITY,
  agreed('late', '2026-08-18', '2026-08-21'),
  planned('September', '2026-09-08', '2026-08-23 10.00'),
];

/** Records the round of a day, as if it had been done. */
export const lastRoundOn = (owner: Client, tenant: string, day: string) =>
  owner.query(`insert into job_round (tenant, name, period, done_at) values ($1, 'morning', $2, now())`, [tenant, day]);
/** Records the round of the Friday before. */
export const lastRoundOnFriday = (owner: Client, tenant: string) => lastRoundOn(owner, tenant, '2026-08-21');

/** The different mails that each person got, as subject and lines; copies of a mail are the same byte by byte. */
export function outcome(
  received: ReadonlyMap<string, readonly Arrived[]>,
): Readonly<Record<string, readonly string[]>> {
  const table = [...received].map(([name, mails]) => {
    const different = Map.groupBy(mails, ({ mail }) => mail.messageId);
    for (const copies of different.values()) {
      if (copies.length > 2) throw new Error(`${name} got ${copies.length} copies`);
      for (const { bytes } of copies) if (!bytes.equals(copies[0]!.bytes)) throw new Error(`${name} got two versions`);
    }
    const lines = [...different.values()].map(([first]) => {
      const { mail } = first!;
      const isDigest = mail.subject!.startsWith('Ukesoppsummering uke 35');
      // A digest that is late says so, with a date that looks like a numbered line.
      return [
        isDigest ? 'digest' : mail.subject!,
        ...itemsIn(mail)
          .filter((item) => !/^Uke 35|kl\. 07\.00\.$/.test(item))
          .map((item) => item.replace(DAYS_LATE, '(…)')),
      ].join(' | ');
    });
    return [name, lines] as const;
  });
  return Object.fromEntries(table.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
/** One on Monday, two on Tuesday. */
const DAYS_LATE = /\((én virkedag|2 virkedager)\)/;

const MEETING = 'Nytt møte tirsdag 8. september 2026 kl. 12.30';
/** The mails that must have arrived in the end, whenever a worker died. */
export const EVERYTHING = {
  Berit: [`digest | ${MEETING}`],
  Kari: ['digest'],
  Lars: [`Møteplanen er endret | ${MEETING}`],
  Ola: [`1 sak venter på deg | Et tiltak er over fristen (…) | ${MEETING}`],
};
