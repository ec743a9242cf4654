import { expect, test } from '@jest/globals';
import { matching, nearestFirst, together, type Candidate } from './match.js';

const person = (name: string, place: string | null, title: string | null = null): Candidate => ({
  personId: `${name} ${place}`,
  name,
  title,
  role: 'teacher',
  place,
  unitId: null,
  serviceId: null,
});
const all = [
  person('Kari Lund', 'Nansenparken skole', 'rektor'),
  person('Ola Berg', 'PPT'),
  person('Ola Berg', 'Nansenparken skole', 'kontaktlærer'),
  person('Åse-Marie Øye', 'Helsestasjon'),
  person('André Sæther', 'PPT'),
];
const names = (typed: string) => nearestFirst(matching(all, typed), typed).map(({ personId }) => personId);

test.each([
  ['ol', ['Ola Berg PPT', 'Ola Berg Nansenparken skole']],
  ['ola na', ['Ola Berg Nansenparken skole']],
  ['lund', ['Kari Lund Nansenparken skole']],
  ['ma', ['Åse-Marie Øye Helsestasjon']],
  ['øy', ['Åse-Marie Øye Helsestasjon']],
  ['andre', ['André Sæther PPT']],
  ['rektor', ['Kari Lund Nansenparken skole']],
  ['as', []],
  ['xy', []],
])('«%s» finds %j', (typed, found) => {
  expect(names(typed)).toEqual(found);
});

test('a name comes before a place', () => {
  expect(names('pp')).toEqual(['Ola Berg PPT', 'André Sæther PPT']);
  expect(nearestFirst([person('Anne', 'Olavsgård'), person('Olav', 'PPT')], 'ol').map(({ name }) => name)).toEqual([
    'Olav',
    'Anne',
  ]);
});

test('a participant of the meeting is listed before others who match equally', () => {
  const [karin, lund, berg] = [person('Karin Aas', 'PPT'), person('Kari Lund', 'PPT'), person('Bo Berg', 'Karihaugen')];
  const first = (typed: string, nearest: readonly Candidate[]) =>
    nearestFirst(matching([karin, lund, berg], typed), typed, nearest).map(({ name }) => name);
  expect(first('ka', [lund])).toEqual(['Kari Lund', 'Karin Aas', 'Bo Berg']);
  expect(first('pp', [lund])).toEqual(['Kari Lund', 'Karin Aas']);
  expect(first('ka', [berg])).toEqual(['Karin Aas', 'Kari Lund', 'Bo Berg']);
});

test('a participant from elsewhere is found too, and nobody is listed twice', () => {
  const [here, guest] = [person('Kari Lund', 'PPT'), person('Gunn Gjest', 'Nordlia skole')];
  expect(together([here], [{ ...here, place: null }, guest])).toEqual([here, guest]);
});
