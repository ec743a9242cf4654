import { ZONE, type CalendarDate, type Month } from '#platform/kernel';
import type { MailLanguage } from '../contract/index.js';

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO' } as const satisfies Record<MailLanguage, string>;
// Made once: a formatter takes longer to make than a whole mail to render.
const inBoth = (parts: Intl.DateTimeFormatOptions): Readonly<Record<MailLanguage, Intl.DateTimeFormat>> => ({
  nb: new Intl.DateTimeFormat(LOCALES.nb, { ...parts, timeZone: 'UTC' }),
  nn: new Intl.DateTimeFormat(LOCALES.nn, { ...parts, timeZone: 'UTC' }),
});
const DAY_AND_MONTH = inBoth({ day: 'numeric', month: 'long' });
const WHOLE_DAY = inBoth({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = inBoth({ month: 'long' });
const CLOCK_TIME = new Intl.DateTimeFormat(LOCALES.nb, { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** «16. oktober» */
export const dayAndMonth = (day: CalendarDate, language: MailLanguage): string =>
  DAY_AND_MONTH[language].format(midnight(day));
/** «mandag 16. november 2026» */
export const wholeDay = (day: CalendarDate, language: MailLanguage): string =>
  WHOLE_DAY[language].format(midnight(day));
/** «november» */
export const monthName = (month: Month, language: MailLanguage): string =>
  MONTH[language].format(midnight(`${month}-01`));
/** «12.30» of `12:30`. */
export const timeOf = (time: string): string => time.replace(':', '.');
/** «07.00» on a Norwegian clock. */
export const clockTime = (instant: Date): string => timeOf(CLOCK_TIME.format(instant));
