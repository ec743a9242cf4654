// Words in dates, in all three languages, since users may type in another language than the page's.

/** 1 is Monday; whole names and every prefix of at least three letters. */
export const WEEKDAYS: ReadonlyMap<string, number> = beginnings([
  ['mandag', 'måndag', 'monday'],
  ['tirsdag', 'tysdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lørdag', 'laurdag', 'saturday'],
  ['søndag', 'sundag', 'sunday'],
]);

/** 1 is January. */
export const MONTHS: ReadonlyMap<string, number> = beginnings([
  ['januar', 'january'],
  ['februar', 'february'],
  ['mars', 'march'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['desember', 'december'],
]);

/** Length of a unit; months have no fixed number of days. */
export type Unit = { readonly days: number } | { readonly months: number };
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...words<Unit>(['d', 'dag', 'dager', 'dagar', 'day', 'days'], { days: 1 }),
  ...words<Unit>(['u', 'uke', 'uker', 'v', 'veke', 'veker', 'w', 'week', 'weeks'], { days: 7 }),
  ...words<Unit>(['m', 'mnd', 'måned', 'måneder', 'månad', 'månader', 'month', 'months'], { months: 1 }),
]);

/** Days from today; spaces are removed before the lookup. */
export const RELATIVE: ReadonlyMap<string, number> = new Map([
  ...words(['idag', 'today'], 0),
  ...words(['imorgen', 'imorgon', 'imorra', 'tomorrow'], 1),
  ...words(['iovermorgen', 'overmorgen', 'iovermorgon', 'overmorgon'], 2),
]);

export const WEEK: ReadonlySet<string> = new Set(['u', 'uke', 'v', 'veke', 'w', 'week']);
/** «neste fredag», the one in the following week. */
export const NEXT: ReadonlySet<string> = new Set(['neste', 'next']);
export const NEXT_MEETING: ReadonlySet<string> = new Set(['n', 'neste', 'neste møte', 'next', 'next meeting']);

function beginnings(names: readonly (readonly string[])[]): Map<string, number> {
  const of = new Map<string, number>();
  for (const [i, spellings] of names.entries())
    for (const name of spellings)
      for (let length = 3; length <= name.length; length += 1) of.set(name.slice(0, length), i + 1);
  return of;
}
function words<T>(all: readonly string[], meaning: T): (readonly [string, T])[] {
  return all.map((word) => [word, meaning] as const);
}
