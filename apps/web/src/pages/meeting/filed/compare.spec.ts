import { expect, test } from '@jest/globals';
import { compare, type Statement } from './compare.js';

const statement = (key: string, ...fields: (readonly [string, string])[]): Statement => ({
  key,
  part: 'Nye tiltak',
  title: key,
  fields,
});

test('equal versions have no differences', () => {
  const version = [statement('a', ['Frist', '1. des.'])];
  expect(compare(version, structuredClone(version))).toEqual([]);
});

test('a changed, new or removed value is shown with both versions', () => {
  const before = [statement('a', ['Frist', '1. des.'], ['Ansvarlig', 'Ola'], ['Nivå', 'System'])];
  const after = [statement('a', ['Frist', '7. des.'], ['Ansvarlig', 'Ola'], ['Innretning', 'Forebyggende'])];
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
  expect(
    compare([statement('a'), statement('b')], [statement('b'), statement('c')]).map(({ what, statement: { key } }) => [
      what,
      key,
    ]),
  ).toEqual([
    ['added', 'c'],
    ['removed', 'a'],
  ]);
});
