import type { CalendarDate, Month } from '#platform/kernel';
import type { MailLanguage } from '../contract/index.js';

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO' } as const satisfies Record<MailLanguage, string>;
const written = (day: string, language: MailLanguage, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** «16. oktober» */
export const dayAndMonth = (day: CalendarDate, language: MailLanguage): string =>
  written(day, language, { day: 'numeric', month: 'long' });
/** «mandag 16. november 2026» */
export const wholeDay = (day: CalendarDate, language: MailLanguage): string =>
  written(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** «november» */
export const monthName = (month: Month, language: MailLanguage): string =>
  written(`${month}-01`, language, { month: 'long' });
/** «12.30» of `12:30`. */
export const timeOf = (time: string): string => time.replace(':', '.');
