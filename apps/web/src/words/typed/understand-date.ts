import { normalized } from '#platform/kernel/plain';
import { addDays, addMonths, dayAt, daysBetween, mondayOfWeek, weekdayOf, yearOf, type Day } from './days.js';
import { MONTHS, NEXT, NEXT_MEETING, RELATIVE, UNITS, WEEK, WEEKDAYS } from './date-words.js';

/** Context for reading a typed date. */
export interface DateContext {
  /** The current day. */
  readonly today: Day;
  /** The day of the meeting: for a coming meeting, relative dates are counted from it. */
  readonly meetingOn?: Day | null;
  readonly nextMeetingOn?: Day | null;
  /** `nearest`: a day without a year may be in the past (the day a meeting was held). Otherwise it is in the future. */
  readonly prefer?: 'coming' | 'nearest';
}
/** `not-understood`: no date in it. `no-such-day`: 30.2. `no-next-meeting`: «n» without a planned meeting. */
export type Understood =
  { readonly on: Day } | { readonly problem: 'not-understood' | 'no-such-day' | 'no-next-meeting' };

const NOT_UNDERSTOOD: Understood = { problem: 'not-understood' };
const NO_SUCH_DAY: Understood = { problem: 'no-such-day' };

/**
 * A date in common notation, in bokmål, nynorsk or English whatever the page's language: `15.12`, `15. des`, `3u`,
 * `fre`, `neste fredag`, `uke 50` (its Friday), `i morgen`, `n` (the next meeting). Null for empty text.
 */
export function understandDate(typed: string, around: DateContext): Understood | null {
  const text = normalized(typed, 'NFC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  if (text === '') return null;
  if (NEXT_MEETING.has(text))
    return around.nextMeetingOn ? { on: around.nextMeetingOn } : { problem: 'no-next-meeting' };
  const from = around.meetingOn && around.meetingOn > around.today ? around.meetingOn : around.today;
  const relative = RELATIVE.get(text.replace(/\s/g, ''));
  if (relative !== undefined) return { on: addDays(around.today, relative) };
  return byCount(text, from) ?? byWeek(text, from) ?? byWeekday(text, from, around) ?? byDate(text, from, around);
}

function byCount(text: string, from: Day): Understood | undefined {
  const [, count, unit] = /^(?:om |in )?(\d{1,3}) ?([a-zæøå]+)$/.exec(text) ?? [];
  const one = UNITS.get(unit ?? '');
  if (count === undefined || one === undefined) return undefined;
  return {
    on: 'days' in one ? addDays(from, Number(count) * one.days) : addMonths(from, Number(count) * one.months),
  };
}

const FRIDAY = 4;
function byWeek(text: string, from: Day): Understood | undefined {
  const [, word, number] = /^([a-zæøå]+)\.? ?(\d{1,2})$/.exec(text) ?? [];
  if (word === undefined || !WEEK.has(word)) return undefined;
  for (const year of [yearOf(from) - 1, yearOf(from), yearOf(from) + 1, yearOf(from) + 6]) {
    const monday = mondayOfWeek(year, Number(number));
    if (monday && addDays(monday, FRIDAY) >= from) return { on: addDays(monday, FRIDAY) };
  }
  return NO_SUCH_DAY;
}

function byWeekday(text: string, from: Day, around: DateContext): Understood | undefined {
  const words = text.split(' ');
  const isNext = words.length > 1 && NEXT.has(words[0]!);
  const [first, ...rest] = isNext ? words.slice(1) : words;
  const weekday = WEEKDAYS.get((first ?? '').replace(/[.,]$/, ''));
  if (weekday === undefined) return undefined;
  // «fredag 15.12»: the date takes precedence over the weekday.
  if (rest.length > 0) return isNext ? undefined : byDate(rest.join(' '), from, around);
  if (isNext) return { on: addDays(from, 7 - weekdayOf(from) + weekday) };
  const ahead = (weekday - weekdayOf(from) + 7) % 7;
  return { on: addDays(from, ahead === 0 ? 7 : ahead) };
}

function byDate(text: string, from: Day, around: DateContext): Understood {
  const parts = numbersOf(text);
  if (!parts) return NOT_UNDERSTOOD;
  const { day, month, year } = parts;
  if (day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return NO_SUCH_DAY;
  if (month === undefined) return found(dayAlone(day, from));
  if (year !== undefined) return found(dayAt(year < 100 ? 2000 + year : year, month, day));
  // 29 February may be eight years ahead, across a century year without one.
  const years = Array.from({ length: 10 }, (_, i) => yearOf(from) - 1 + i);
  const days = years.map((at) => dayAt(at, month, day)).filter((at) => at !== undefined);
  if (around.prefer !== 'nearest') return found(days.find((at) => at >= from));
  return found(
    days.toSorted((a, b) => Math.abs(daysBetween(a, around.today)) - Math.abs(daysBetween(b, around.today)))[0],
  );
}

/** The next day with this number: «15» in a meeting on the 18th is the 15th of next month. */
function dayAlone(day: number, from: Day): Day | undefined {
  for (let ahead = 0; ahead <= 3; ahead += 1) {
    const counted = yearOf(from) * 12 + Number(from.slice(5, 7)) - 1 + ahead;
    const at = dayAt(Math.floor(counted / 12), (counted % 12) + 1, day);
    if (at && at >= from) return at;
  }
  return undefined;
}

const found = (on: Day | undefined): Understood => (on === undefined ? NO_SUCH_DAY : { on });

interface Numbers {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
}
function numbersOf(text: string): Numbers | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const together = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text);
  if (together) return numbers(together.slice(1));
  const apart = /^(\d{1,2})(?:[./ -]\s?(\d{1,2})(?:[./ -]\s?(\d{4}|\d{2}))?)?$/.exec(text);
  if (apart) return numbers(apart.slice(1));
  const [, day, word, year] = /^(\d{1,2})[. ]{0,2}([a-zæøå]+)\.?(?: (\d{4}|\d{2}))?$/.exec(text) ?? [];
  const month = MONTHS.get(word ?? '');
  return day === undefined || month === undefined
    ? undefined
    : { day: Number(day), month, ...(year !== undefined && { year: Number(year) }) };
}
const numbers = ([day, month, year]: readonly (string | undefined)[]): Numbers => ({
  day: Number(day),
  ...(month !== undefined && { month: Number(month) }),
  ...(year !== undefined && { year: Number(year) }),
});
