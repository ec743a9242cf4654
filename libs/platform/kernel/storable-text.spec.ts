import { expect, test } from '@jest/globals';
import { unstorableIn } from './storable-text.js';

test('values that JSON and PostgreSQL keep as they are', () => {
  for (const value of ['æøå 👍', 0, -1.5, true, null, undefined, [], {}, { a: [{ b: 'c' }], d: undefined }])
    expect(unstorableIn(value)).toEqual([]);
});

test.each([
  [{ title: 'a\u0000b' }, 'title', 'FORBIDDEN_CHARACTER'],
  [{ meetings: [{ note: 'ok' }, { note: '\uD800' }] }, 'meetings.1.note', 'FORBIDDEN_CHARACTER'],
  [{ hours: { total: Number.NaN } }, 'hours.total', 'VALUE_OUT_OF_RANGE'],
  [[[1, Infinity]], '0.1', 'VALUE_OUT_OF_RANGE'],
  [{ count: 1n }, 'count', 'VALUE_OUT_OF_RANGE'],
  [{ units: ['a', undefined] }, 'units.1', 'VALUE_OUT_OF_RANGE'],
  ['\u0000', '', 'FORBIDDEN_CHARACTER'],
])('%j is refused where it breaks a rule: at "%s"', (value, at, rule) => {
  expect(unstorableIn(value)).toEqual([{ at, rule }]);
});

test('an invalid name of a field is reported by what contains it, and the name is not repeated', () => {
  expect(unstorableIn({ form: { 'a\u0000': 'x', b: 'y' } })).toEqual([{ at: 'form', rule: 'FORBIDDEN_CHARACTER' }]);
});

test('every part that breaks a rule is found, in order', () => {
  const value = { a: '\u0000', b: { c: [Number.NaN, 1, '\uDC00'] } };
  expect(unstorableIn(value).map(({ at }) => at)).toEqual(['a', 'b.c.0', 'b.c.2']);
});
