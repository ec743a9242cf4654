import { expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { HeldRole, PersonDto } from '#registry/contract';
import { unreachedPeople, type Failing } from './unreached.js';

const day = '2026-11-30' as CalendarDate;
const role = (changes: Partial<HeldRole> = {}): HeldRole => ({
  roleId: 'r',
  role: 'unit-leader',
  unitId: 'school',
  serviceId: null,
  serviceUnitId: null,
  from: '2024-08-01' as CalendarDate,
  to: null,
  ...changes,
});
const person = (personId: string, email: string | null, roles = [role()]): PersonDto => ({
  personId,
  name: personId,
  email,
  phone: null,
  title: null,
  roles,
});
const failing = (personId: string, address: string, since: string): Failing => ({
  personId,
  since: new Date(since),
  reason: 'undeliverable',
  status: '5.1.1',
  toDigest: `digest of ${address}`,
});
const unreached = (people: readonly PersonDto[], found: readonly Failing[]) =>
  unreachedPeople({
    people,
    failing: found,
    day,
    getsMail: (held) => held === 'unit-leader',
    addressDigest: (address) => `digest of ${address}`,
  }).map(({ person: { personId }, reason, status }) => [personId, reason, status]);

test('those unreached for longest come first, and those of whom no mail was due yet come last', () => {
  expect(
    unreached(
      [person('none', null), person('new', 'new@example.no'), person('old', 'old@example.no')],
      [failing('new', 'new@example.no', '2026-11-20'), failing('old', 'old@example.no', '2026-11-10')],
    ),
  ).toEqual([
    ['old', 'undeliverable', '5.1.1'],
    ['new', 'undeliverable', '5.1.1'],
    ['none', 'no-address', null],
  ]);
});

test('a person whose address was changed since is left out until the next mail tells', () => {
  expect(unreached([person('a', 'right@example.no')], [failing('a', 'wrong@example.no', '2026-11-20')])).toEqual([]);
  const without: Failing = { ...failing('b', '', '2026-11-20'), reason: 'no-address', status: null, toDigest: null };
  expect(unreached([person('b', 'new@example.no')], [without])).toEqual([]);
});

test('an address that was taken away is missing, whatever its mails told', () => {
  expect(unreached([person('a', null)], [failing('a', 'wrong@example.no', '2026-11-20')])).toEqual([
    ['a', 'no-address', null],
  ]);
});

test('nobody is listed who has left, or whose roles get no mail', () => {
  const left = person('left', null, [role({ to: '2026-11-29' as CalendarDate })]);
  const director = person('director', null, [role({ role: 'director', unitId: null })]);
  expect(unreached([left, director], [])).toEqual([]);
});
