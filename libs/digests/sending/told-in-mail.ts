import { addDays, type CalendarDate } from '#platform/kernel';
import type { DaysOfTelling } from '#alerts/contract';
import type { Dispatch } from '#platform/mail';

/** Before the first round of any municipality. */
const BEFORE_EVERYTHING = '2000-01-01' as CalendarDate;

/**
 * The day after which what the ladder told is told by a person's next mail. It is the last day of which everything was
 * announced: the last round that was done or, when a later one died after its mails were announced, the day of that mail.
 */
export const toldUntil = (lastRound: CalendarDate | null, lastMail: CalendarDate | undefined): CalendarDate =>
  [lastRound, lastMail].reduce<CalendarDate>((latest, day) => (day && day > latest ? day : latest), BEFORE_EVERYTHING);

/** The days of which a daily mail tells the ladder's steps. Mails announced by earlier versions tell those of their day. */
export function daysOf({ period, about }: Pick<Dispatch, 'period' | 'about'>): DaysOfTelling {
  const until = period as CalendarDate;
  return { after: (about['after'] ?? addDays(until, -1)) as CalendarDate, until };
}
