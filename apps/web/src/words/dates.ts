import type { Language } from './language.js';
import { isOnPaper } from './paper.js';
import { schoolYearOf } from './school-years.js';

/** A day in Norway, `2026-11-18`. Never shown in this form. */
export type Day = string;

const DAY_MS = 24 * 60 * 60 * 1000;
const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' };

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): Day => date.toISOString().slice(0, 10);

const formats = new Map<string, Intl.DateTimeFormat>();
function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(LOCALES[language], options)));
  return made;
}
/** Browsers lack nynorsk locale data; only three of its weekdays differ. */
const NYNORSK: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ mandag: 'måndag', tirsdag: 'tysdag', lørdag: 'laurdag' }),
);

function inWords(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const words = format(language, { timeZone: 'UTC', ...options }).format(at(day));
  return language === 'nn' ? words.replace(/mandag|tirsdag|lørdag/, (it) => NYNORSK.get(it)!) : words;
}

/** Includes the year when it is not clear from today's school year, and in print, which is read in later years. */
const year = (day: Day, today: Day | undefined): Intl.DateTimeFormatOptions =>
  today !== undefined && (isOnPaper() || schoolYearOf(day) !== schoolYearOf(today)) ? { year: 'numeric' } : {};

/** «onsdag 18. november»; with the year outside today's school year. */
export const longDay = (day: Day, language: Language, today?: Day): string =>
  inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long', ...year(day, today) }).replace(',', '');

/** «tirsdag 18. nov.»: short, with the weekday; with the year outside today's school year. */
export const mediumDay = (day: Day, language: Language, today?: Day): string =>
  inWords(day, language, { weekday: 'long', day: 'numeric', month: 'short', ...year(day, today) }).replace(',', '');

/** «18. nov.»; with the year outside today's school year. */
export const shortDay = (day: Day, language: Language, today?: Day): string =>
  inWords(day, language, { day: 'numeric', month: 'short', ...year(day, today) });

/** «18. nov. 2026»: short, always with the year. */
export const shortDayWithYear = (day: Day, language: Language): string =>
  inWords(day, language, { day: 'numeric', month: 'short', year: 'numeric' });

/** «31. juli 2027»: always with the year. */
export const fullDay = (day: Day, language: Language): string =>
  inWords(day, language, { day: 'numeric', month: 'long', year: 'numeric' });

/** «12.30»; in English 12:30. Takes `12:30` or `12:30:00`. */
export const timeOfDay = (time: string, language: Language): string =>
  language === 'en' ? time.slice(0, 5) : time.slice(0, 5).replace(':', '.');

/** «nov» for `2026-11` */
export const shortMonth = (month: string, language: Language): string =>
  inWords(`${month}-01`, language, { month: 'short' });

/** «november 2026» for `2026-11` */
export const longMonth = (month: string, language: Language): string =>
  inWords(`${month}-01`, language, { month: 'long', year: 'numeric' });

/** Day and time in Norway of an instant: «onsdag 18. november kl. 12.30» */
export function instantInWords(instant: string, language: Language, today?: Day): string {
  const { day, time } = inNorway(instant);
  const join = language === 'en' ? 'at' : 'kl.';
  return `${longDay(day, language, today)} ${join} ${timeOfDay(time, language)}`;
}

/** `2026-11-18 12:30`; created when first used, since that takes longer than rendering many pages. */
let clock: Intl.DateTimeFormat | undefined;

/** Day and time of an instant in Norway. */
export function inNorway(instant: string): { readonly day: Day; readonly time: string } {
  clock ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = clock.format(new Date(instant)).split(' ');
  return { day, time };
}

/** ISO week number: week 1 holds the first Thursday of the year. */
export function weekOf(day: Day): number {
  const date = at(day);
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY_MS);
  const january4 = Date.UTC(thursday.getUTCFullYear(), 0, 4);
  const firstThursday = january4 + (3 - ((new Date(january4).getUTCDay() + 6) % 7)) * DAY_MS;
  return 1 + Math.round((thursday.getTime() - firstThursday) / (7 * DAY_MS));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to).getTime() - at(from).getTime()) / DAY_MS);

export const addDays = (day: Day, days: number): Day => asDay(new Date(at(day).getTime() + days * DAY_MS));

/** 1 Monday … 7 Sunday */
export const weekdayOf = (day: Day): number => ((at(day).getUTCDay() + 6) % 7) + 1;
