import type { Language } from '../frame/language.js';
import { isOnPaper } from './paper.js';
import { schoolYearOf } from './school-years.js';

/** A day in Norway, `2026-11-18`. Never shown so to anyone. */
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
/** Browsers leave nynorsk out of what they know of languages; only three of its weekdays are other words. */
const NYNORSK: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ mandag: 'måndag', tirsdag: 'tysdag', lørdag: 'laurdag' }),
);

function inWords(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const words = format(language, { timeZone: 'UTC', ...options }).format(at(day));
  return language === 'nn' ? words.replace(/mandag|tirsdag|lørdag/, (it) => NYNORSK.get(it)!) : words;
}

/** The year is written where it is not plain from today's school year, and on paper, which is read in other years. */
const year = (day: Day, today: Day | undefined): Intl.DateTimeFormatOptions =>
  today !== undefined && (isOnPaper() || schoolYearOf(day) !== schoolYearOf(today)) ? { year: 'numeric' } : {};

/** «onsdag 18. november»; with its year where it is not in today's school year. */
export const longDay = (day: Day, language: Language, today?: Day): string =>
  inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long', ...year(day, today) }).replace(',', '');

/** «tirsdag 18. nov.»: where the weekday counts and the line is short; with its year where it is not in today's school year. */
export const mediumDay = (day: Day, language: Language, today?: Day): string =>
  inWords(day, language, { weekday: 'long', day: 'numeric', month: 'short', ...year(day, today) }).replace(',', '');

/** «18. nov.»; with its year where it is not in today's school year. */
export const shortDay = (day: Day, language: Language, today?: Day): string =>
  inWords(day, language, { day: 'numeric', month: 'short', ...year(day, today) });

/** «18. nov. 2026»: where the line is short and the year always counts. */
export const shortDayWithYear = (day: Day, language: Language): string =>
  inWords(day, language, { day: 'numeric', month: 'short', year: 'numeric' });

/** «31. juli 2027»: where the year always counts. */
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

/** `2026-11-18 12:30`; made when the first instant is shown: it takes longer than many pages do. */
let clock: Intl.DateTimeFormat | undefined;

/** The day and the time of an instant as clocks in Norway show it. */
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

/** Whole days from one day to another; negative where `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to).getTime() - at(from).getTime()) / DAY_MS);

export const addDays = (day: Day, days: number): Day => asDay(new Date(at(day).getTime() + days * DAY_MS));

/** 1 Monday … 7 Sunday */
export const weekdayOf = (day: Day): number => ((at(day).getUTCDay() + 6) % 7) + 1;
