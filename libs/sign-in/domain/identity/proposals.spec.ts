import { expect, test } from '@jest/globals';
import { proposalsFor } from './proposals.js';

const people = [
  { personId: 'kari', name: 'Kari Nordmann', email: 'kari.nordmann@example.no' },
  { personId: 'other-kari', name: 'Kari  Nordmann', email: 'kari@example.no' },
  { personId: 'ola', name: 'Ola Åsen', email: null },
];

test('proposes the same mail address before the same name, however they are written', () => {
  expect(proposalsFor({ name: 'kari nordmann', email: 'Kari@Example.no' }, people)).toEqual([
    { personId: 'other-kari', likeness: 'email' },
    { personId: 'kari', likeness: 'name' },
  ]);
});

test('finds a name whose letters are composed otherwise', () => {
  expect(proposalsFor({ name: 'Ola A\u030asen', email: null }, people)).toEqual([
    { personId: 'ola', likeness: 'name' },
  ]);
});

test('proposes nobody where nothing is known, also among people without a mail address', () => {
  expect(proposalsFor({ name: null, email: null }, people)).toEqual([]);
  expect(proposalsFor({ name: 'Per Ås', email: 'per@example.no' }, people)).toEqual([]);
});
