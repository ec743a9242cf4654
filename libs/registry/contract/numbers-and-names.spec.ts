import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { CalendarDate, MunicipalityNumber, TenantId, UnitId } from '#platform/kernel';
import {
  hasNumberFrom,
  nameForUnit,
  nameOn,
  numberOn,
  numbersAndNamesOf,
  withCorrectedName,
  withNumber,
} from './numbers-and-names.js';

const day = (text: string) => CalendarDate.parse(text);
const number = (text: string) => MunicipalityNumber.parse(text);

/** Changes as Statistics Norway published them. */
const REGISTER = new URL('../../../test/fixtures/registers/kommunenummer-endringer.json', import.meta.url);
const changes = z
  .array(z.object({ gammelt: MunicipalityNumber, nytt: MunicipalityNumber, nyttNavn: z.string(), dato: CalendarDate }))
  .parse(JSON.parse(readFileSync(REGISTER, 'utf8')));

/** A municipality from its first number on, through every change of the register. */
function through(first: string, name: string) {
  let known = numbersAndNamesOf(number(first), name);
  for (const { gammelt, nytt, nyttNavn, dato } of changes)
    if (known.numbers.at(-1)!.number === gammelt)
      known = withNumber(known, {
        number: nytt,
        from: dato,
        ...(nyttNavn !== known.names.at(-1)!.name && { name: nyttNavn }),
      });
  return known;
}

test.each([
  ['1900-01-01', '0220'],
  ['2019-12-31', '0220'],
  ['2020-01-01', '3025'],
  ['2023-12-31', '3025'],
  ['2024-01-01', '3203'],
  ['2100-12-31', '3203'],
])('on %s the number of Asker is %s', (on, expected) => {
  expect(numberOn(through('0220', 'Asker'), day(on))).toBe(expected);
});

test('the name stays where a change of number does not say another', () => {
  expect(through('0220', 'Asker').names).toEqual([{ name: 'Asker', from: null }]);
});

test('a name holds until the next', () => {
  const hurum = through('0628', 'Hurum');
  expect(['2019-12-31', '2020-01-01', '2024-01-01'].map((on) => nameOn(hurum, day(on)))).toEqual([
    'Hurum',
    'Asker',
    'Asker',
  ]);
});

test('a corrected name replaces that name only', () => {
  const { numbers, names } = through('0628', 'Hurum');
  const corrected = { numbers, names: withCorrectedName(names, 'Asker kommune', day('2020-01-01')) };
  expect(['2019-12-31', '2024-01-01'].map((on) => nameOn(corrected, day(on)))).toEqual(['Hurum', 'Asker kommune']);
});

test('before a merger a unit has the name of the municipality that it belonged to, back through several mergers', () => {
  const unit = UnitId.parse('974578247');
  const part = (tenant: string, name: string, until: string) => ({
    tenant: TenantId.parse(tenant),
    numbers: [{ number: number(tenant), from: null }],
    names: [{ name, from: null }],
    unitIds: tenant === '0628' ? [] : [unit],
    until: day(until),
  });
  const municipality = {
    ...numbersAndNamesOf(number('9999'), 'Oslofjord'),
    formed: {
      on: day('2024-01-01'),
      from: [
        part('3025', 'Asker', '2024-01-01'),
        part('0627', 'Røyken', '2020-01-01'),
        part('0628', 'Hurum', '2020-01-01'),
      ],
    },
  };
  const named = (of: string | undefined) =>
    ['2019-12-31', '2020-01-01', '2024-01-01'].map((on) => nameForUnit(municipality, of, day(on)));
  expect(named(unit)).toEqual(['Røyken', 'Asker', 'Oslofjord']);
  expect(named(undefined)).toEqual(['Oslofjord', 'Oslofjord', 'Oslofjord']);
  expect(nameForUnit({ ...municipality, formed: null }, unit, day('2019-12-31'))).toBe('Oslofjord');
});

test.each([
  ['0220', '2019-12-31', true],
  ['0220', '2020-01-01', false],
  ['3025', '2015-01-01', true],
  ['3203', '2030-01-01', true],
  ['0301', '2015-01-01', false],
])('whether Asker has the number %s on %s or later: %s', (number, from, expected) => {
  expect(hasNumberFrom(through('0220', 'Asker').numbers, number, day(from))).toBe(expected);
});
