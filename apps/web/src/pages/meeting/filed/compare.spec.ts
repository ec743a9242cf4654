import { expect, test } from '@jest/globals';
import { compare, type Statement } from './compare.js';

const said = (key: string, ...fields: (readonly [string, string])[]): Statement => ({
  key,
  part: 'Nye tiltak',
  title: key,
  fields,
});

test('equal versions have no differences', () => {
  const version = [said('a', ['Frist', '1. des.'])];
  expect(compare(version, structuredClone(version))).toEqual([]);
});

test('a changed, new or removed value is shown with both versions', () => {
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

test('added and removed rows are listed', () => {
  expect(compare([said('a'), said('b')], [said('b'), said('c')]).map(({ what, said: { key } }) => [what, key])).toEqual(
    [
      ['added', 'c'],
      ['removed', 'a'],
    ],
  );
});
