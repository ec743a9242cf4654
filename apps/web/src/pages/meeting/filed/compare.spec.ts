import { expect, test } from '@jest/globals';
import { compare, type Said } from './compare.js';

const said = (key: string, ...fields: (readonly [string, string])[]): Said => ({
  key,
  part: 'Nye tiltak',
  title: key,
  fields,
});

test('versions that say the same do not differ', () => {
  const version = [said('a', ['Frist', '1. des.'])];
  expect(compare(version, structuredClone(version))).toEqual([]);
});

test('a field that was changed, said for the first time, or no longer said, is told with both', () => {
  const before = [said('a', ['Frist', '1. des.'], ['Ansvarlig', 'Ola'], ['Nivå', 'System'])];
  const after = [said('a', ['Frist', '7. des.'], ['Ansvarlig', 'Ola'], ['Innretning', 'Forebyggende'])];
  expect(compare(before, after)).toMatchObject([
    {
      what: 'changed',
      fields: [
        { name: 'Frist', before: '1. des.', after: '7. des.' },
        { name: 'Nivå', before: 'System', after: '' },
        { name: 'Innretning', before: '', after: 'Forebyggende' },
      ],
    },
  ]);
});

test('what was added and what was taken away', () => {
  expect(compare([said('a'), said('b')], [said('b'), said('c')]).map(({ what, said: { key } }) => [what, key])).toEqual(
    [
      ['added', 'c'],
      ['removed', 'a'],
    ],
  );
});
