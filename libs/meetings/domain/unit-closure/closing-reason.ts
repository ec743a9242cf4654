import { holdsNationalNumber, type CalendarDate } from '#platform/kernel';

const MONTHS = [
  'januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember',
]; // prettier-ignore
const inWords = (day: CalendarDate): string =>
  `${Number(day.slice(8))}. ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const LONGEST = 500;

/** Reason for cancelling a meeting when its unit closes, including the reason for the closure when it may be shown. */
export function closingReason(lastDay: CalendarDate, reason: string, languageForm: 'nb' | 'nn' | 'neutral'): string {
  const closes =
    languageForm === 'nn' ? `Eininga vert lagd ned ${inWords(lastDay)}.` : `Enheten legges ned ${inWords(lastDay)}.`;
  const whole = `${closes} ${reason}`.trim();
  return whole.length > LONGEST || holdsNationalNumber(reason) ? closes : whole;
}
