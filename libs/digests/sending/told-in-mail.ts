import { addDays, type CalendarDate } from '#platform/kernel';
import type { DaysOfTelling } from '#alerts/contract';
import type { Dispatch, ListedDispatch } from '#platform/mail';

/** Before the first round of any municipality. */
const BEFORE_EVERYTHING = '2000-01-01' as CalendarDate;

/**
 * The day after which what the ladder told is told by a person's next mail. It is the last day of which everything was
 * announced: the last round that was done or, when a later one died after its mails were announced, the day of that mail.
 */
export const toldUntil = (lastRound: CalendarDate | null, lastMail: CalendarDate | undefined): CalendarDate =>
  [lastRound, lastMail].reduce<CalendarDate>((latest, day) => (day && day > latest ? day : latest), BEFORE_EVERYTHING);

type Announced = Pick<Dispatch | ListedDispatch, 'kind' | 'period' | 'about'>;

/** The day of the round that announced a mail of the morning. Digests announced by earlier versions name the day they were due. */
export const announcedOn = ({ kind, period, about }: Announced): CalendarDate =>
  (kind === 'daily' ? period : (about['on'] ?? about['dueOn'])) as CalendarDate;

/** The day after which a mail of the morning tells the ladder's steps. Mails announced by earlier versions tell those of their day. */
export const tellsAfter = (mail: Announced): CalendarDate =>
  (mail.about['after'] ?? addDays(announcedOn(mail), -1)) as CalendarDate;

/** The days of which a daily mail tells the ladder's steps. */
export const daysOf = (daily: Announced): DaysOfTelling => ({
  after: tellsAfter(daily),
  until: announcedOn(daily),
});

/**
 * The treatment of a mail of the morning that was not composed on its day, since the worker that announced it died:
 * - `own-day`: it is its day, and it is composed
 * - `not-yet`: the next round has not been done. Until then, nobody knows whether the person gets another mail that day
 * - `late`: the round left this week's digest to be that day's mail, since it is announced once
 * - `taken-over`: that round's mail tells what this one would have told
 */
export type MorningState = 'own-day' | 'not-yet' | 'late' | 'taken-over';

/** @param lastRound the day of the last round that was done; null for none */
export function morningStateOf(
  mail: Announced,
  today: CalendarDate,
  lastRound: CalendarDate | null,
  week: string,
): MorningState {
  if (announcedOn(mail) >= today) return 'own-day';
  if (lastRound === null || lastRound < today) return 'not-yet';
  return mail.kind === 'digest' && mail.period === week ? 'late' : 'taken-over';
}
