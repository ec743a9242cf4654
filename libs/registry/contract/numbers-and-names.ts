import { z } from 'zod';
import { CalendarDate, MunicipalityNumber } from '#platform/kernel';
import type { Formed } from './municipality.events.js';

const From = CalendarDate.nullable().describe('The day it holds from; null: from the beginning.');
export const NumberFrom = z.object({ number: MunicipalityNumber, from: From });
export const NameFrom = z.object({ name: z.string(), from: From });
export type NumberFrom = Readonly<z.infer<typeof NumberFrom>>;
export type NameFrom = Readonly<z.infer<typeof NameFrom>>;

/** Numbers and names over time, oldest first; each holds until the next begins. The first ones have no `from`. */
export interface NumbersAndNames {
  readonly numbers: readonly NumberFrom[];
  readonly names: readonly NameFrom[];
}

/** The number on the day. */
export const numberOn = ({ numbers }: Pick<NumbersAndNames, 'numbers'>, day: CalendarDate): MunicipalityNumber =>
  entryOn(numbers, day).number;

/** The name on the day. */
export const nameOn = ({ names }: Pick<NumbersAndNames, 'names'>, day: CalendarDate): string =>
  entryOn(names, day).name;

/**
 * The municipality's name on the day for a unit: before a merger, that of the predecessor that had the unit.
 */
export function nameForUnit(
  municipality: Pick<NumbersAndNames, 'names'> & { readonly formed: Formed | null },
  unitId: string | undefined,
  day: CalendarDate,
): string {
  const then = municipality.formed?.from
    .filter(({ until, unitIds }) => day < until && unitIds.some((its) => its === unitId))
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))[0];
  return nameOn(then ?? municipality, day);
}

/** True when the number holds on the day or on a later one. */
export const hasNumberFrom = (numbers: readonly NumberFrom[], number: string, day: CalendarDate): boolean =>
  numbers.some((entry, i) => entry.number === number && (numbers[i + 1]?.from ?? LAST) > day);

const LAST = '9999-12-31';

const entryOn = <Entry extends { readonly from: CalendarDate | null }>(entries: readonly Entry[], day: CalendarDate) =>
  entries.findLast(({ from }) => from === null || from <= day)!;

// Effect of the events, shared by decisions and read models.

export const numbersAndNamesOf = (number: MunicipalityNumber, name: string): NumbersAndNames => ({
  numbers: [{ number, from: null }],
  names: [{ name, from: null }],
});

/** Another number, and possibly another name, from the day on. */
export const withNumber = (
  { numbers, names }: NumbersAndNames,
  {
    number,
    name,
    from,
  }: { readonly number: MunicipalityNumber; readonly name?: string | undefined; readonly from: CalendarDate },
): NumbersAndNames => ({
  numbers: [...numbers, { number, from }],
  names: name === undefined ? names : [...names, { name, from }],
});

/** The name that holds from the day `from` in another wording. */
export const withCorrectedName = (names: readonly NameFrom[], name: string, from: CalendarDate | null) =>
  names.map((entry) => (entry.from === from ? { name, from } : entry));
