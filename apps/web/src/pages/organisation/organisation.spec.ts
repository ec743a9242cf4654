import { describe, expect, test } from '@jest/globals';
import { countsOf, leadersOf, matching, type Organisation } from './organisation.js';

const person = (personId: string, name: string, role: Organisation['people'][number]['role'], title = null) => ({
  personId,
  name,
  title,
  role,
});
const whole: Organisation = {
  name: 'Eksempel',
  today: '2026-11-20',
  people: [person('1', 'Dina Direktør', 'director')],
  areas: [
    {
      area: 'Nord',
      units: [
        {
          unitId: '974552876',
          name: 'Nordlia skole',
          kind: 'school',
          people: [person('2', 'Rita Hansen', 'unit-leader'), person('3', 'Lars Nansen', 'teacher')],
        },
      ],
    },
    { area: 'Sør', units: [{ unitId: '974557746', name: 'Sørlia barnehage', kind: 'kindergarten', people: [] }] },
  ],
  serviceUnits: [
    {
      serviceUnitId: '4',
      name: 'BFE',
      people: [person('5', 'Vera Leder', 'service-unit-leader')],
      services: [{ serviceId: '6', name: 'PPT', units: 2, people: [person('3', 'Lars Nansen', 'service-member')] }],
    },
  ],
};

describe('the organisation, searched', () => {
  test('an area by its name has all its units', () => {
    expect(matching(whole, 'sør').areas.map(({ units }) => units.map(({ name }) => name))).toEqual([
      ['Sørlia barnehage'],
    ]);
    expect(matching(whole, 'nord').areas[0]?.units[0]?.people).toHaveLength(2);
  });

  test('a person is found in every place, without the others there, and a near name is not', () => {
    const { areas, serviceUnits, people } = matching(whole, 'nansen');
    expect(areas.flatMap(({ units }) => units.flatMap((it) => it.people.map(({ name }) => name)))).toEqual([
      'Lars Nansen',
    ]);
    expect(serviceUnits.map((it) => [it.people.length, it.services.length])).toEqual([[0, 1]]);
    expect(people).toEqual([]);
  });

  test('a service unit by its name has its leader and its services', () => {
    expect(matching(whole, 'bfe').serviceUnits).toEqual(whole.serviceUnits);
    expect(matching(whole, 'bfe').areas).toEqual([]);
  });

  test('nothing found leaves no branch, and no text all of them', () => {
    expect(countsOf(matching(whole, 'xyzzy'))).toEqual({ units: 0, services: 0, people: 0 });
    expect(matching(whole, ' ')).toBe(whole);
  });
});

test('a person with two roles is counted once', () => {
  expect(countsOf(whole)).toEqual({ units: 2, services: 1, people: 4 });
});

test('leaders only: places stay, other people do not', () => {
  expect(countsOf(leadersOf(whole))).toEqual({ units: 2, services: 1, people: 3 });
});
