import { describe, expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import type { CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { KnownFacts, periodOf, type ActionFact, type UnitFact } from '../../contract/index.js';
import {
  autumnOf,
  finalFigures,
  finalMoment,
  INSIDE,
  reasonAgainst,
  servicesOfOne,
  withoutSingleEmployees,
} from './final-figures.js';

const day = (text: string) => text as CalendarDate;
const year = periodOf('2025-2026')!;
const unit = (unitId: string): UnitFact => ({
  unitId,
  name: unitId,
  kind: 'school',
  ownership: 'public',
  area: null,
  children: [{ from: day('2020-08-01'), children: 200 }],
  obligations: [{ from: day('2020-08-01'), obliged: true }],
  hosts: [],
  closures: [],
  exempt: [],
  duties: [],
});
let made = 0;
const open = (unitId: string, changes: Partial<ActionFact> = {}): ActionFact => ({
  actionId: String((made += 1)),
  meetingId: 'm',
  unitIds: [unitId],
  agreedOn: day('2026-05-01'),
  level: 'individual',
  category: 'guidance',
  approach: 'preventive',
  resources: null,
  matterId: null,
  helpingServices: [],
  terms: [{ from: day('2026-05-01'), ownerId: 'p', ownerServiceId: null, dueOn: day('2026-09-01') }],
  firstDueOn: day('2026-09-01'),
  moves: 0,
  followUps: [{ dueOn: day('2026-08-20'), doneOn: null, meetingId: null }],
  ended: null,
  effect: null,
  ...changes,
});
const facts = (actions: readonly ActionFact[], changes: object = {}) =>
  new KnownFacts(
    day('2026-08-30'),
    {
      municipality: { settings: [{ from: day('1990-01-01'), settings: DEFAULT_SETTINGS }], calendars: [] },
      units: ['a', 'b', 'c', 'd'].map(unit),
      services: [],
      people: [],
      meetings: [],
      actions,
      ...changes,
    },
    isPublicHoliday,
  );
const many = (unitId: string, count: number) => Array.from({ length: count }, () => open(unitId));

describe('figures about children', () => {
  test('are given of a school year, thirty days after it, and never change', () => {
    expect(finalMoment(year, day('2026-08-30'))).toBeUndefined();
    expect(finalMoment(year, day('2026-08-31'))).toEqual(new Date('2026-08-30T21:59:00Z'));
    expect(finalMoment(year, day('2030-01-01'))).toEqual(new Date('2026-08-30T21:59:00Z'));
  });

  test.each([
    [
      'the spring, which the year minus the autumn is',
      { period: periodOf('2026H1')!, isFiltered: false },
      'not-divided',
    ],
    ['the autumn', { period: periodOf('2025H2')!, isFiltered: false }, undefined],
    ['several years', { period: periodOf('2020-2026')!, isFiltered: false }, 'not-divided'],
    ['one unit', { period: year, isFiltered: true }, 'not-divided'],
    ['areas, which are sums of units', { period: year, by: 'area', isFiltered: false } as const, 'not-divided'],
    ['a year that is not final', { period: periodOf('2026-2027')!, isFiltered: false }, 'not-final'],
    ['units', { period: year, by: 'unit', isFiltered: false } as const, undefined],
  ])('of %s', (_, question, expected) => {
    expect(reasonAgainst(question, day('2026-12-01'))).toBe(expected);
  });

  test('hide a unit with few children, and another one whose number would tell it', () => {
    const shown = finalFigures(
      { facts: facts([...many('a', 3), ...many('b', 8), ...many('c', 20), ...many('d', 30)]), period: year },
      'unit',
      INSIDE,
    );
    const { whole, parts } = shown.get(18)!;
    expect(whole).toMatchObject({ numerator: 61 });
    expect(parts!.flatMap(({ key, figure }) => ('hidden' in figure ? key : []))).toEqual(['a', 'b']);
  });

  test('hide a part in all when one of them hides it', () => {
    const shown = finalFigures(
      { facts: facts([...many('a', 3), ...many('b', 8), ...many('c', 20), ...many('d', 30)]), period: year },
      'unit',
      INSIDE,
    );
    const hiddenIn = [...shown.values()].flatMap(({ parts }) =>
      parts ? [parts.flatMap(({ key, figure }) => ('hidden' in figure ? key : [])).filter((key) => key <= 'b')] : [],
    );
    for (const keys of hiddenIn) expect(['a', 'b']).toEqual(expect.arrayContaining(keys));
    const shownOf = (key: string) =>
      [...shown.values()].flatMap(({ parts }) => parts ?? []).filter((part) => part.key === key);
    for (const key of ['a', 'b']) expect(shownOf(key).every(({ figure }) => 'hidden' in figure)).toBe(true);
  });
});

describe('figures of a school year', () => {
  const autumn = autumnOf(year)!;
  const early = (count: number) =>
    Array.from({ length: count }, () =>
      open('a', { agreedOn: day('2025-10-01'), terms: [{ ...open('a').terms[0]!, from: day('2025-10-01') }] }),
    );
  const shown = (before: readonly ActionFact[], after: readonly ActionFact[]) =>
    finalFigures({ facts: facts([...before, ...after]), period: year }, undefined, INSIDE, {
      facts: facts([...before, ...after]),
      period: autumn,
    }).get(18)!.whole;

  test('are hidden when they differ from those of the autumn by one or two children', () => {
    expect(shown(early(10), many('a', 2))).toEqual({ hidden: 'too-close' });
    expect(shown(early(10), many('a', 3))).toMatchObject({ numerator: 13 });
    expect(shown(early(10), [])).toMatchObject({ numerator: 10 });
  });
});

describe('figures divided by service', () => {
  const figure = (denominator: number) => ({ numerator: 1, denominator, value: 1, spread: null, asides: [] });
  const divided = {
    whole: figure(90),
    parts: [
      { key: 's', figure: figure(20) },
      { key: 't', figure: figure(30) },
      { key: 'u', figure: figure(40) },
    ],
  };
  const small = { serviceId: 's', name: 's', serviceUnitId: null, closures: [] };

  test('hide that of one employee, and the smallest other one, since the whole would tell it', () => {
    const { parts } = withoutSingleEmployees(divided, facts([], { services: [small] }), undefined, 'service');
    expect(parts!.flatMap(({ key, figure: shown }) => ('hidden' in shown ? key : []))).toEqual(['s', 't']);
  });

  test('hide nothing where every service has enough members', () => {
    expect(withoutSingleEmployees(divided, facts([]), undefined, 'service')).toBe(divided);
  });
});

describe('a service', () => {
  const member = (personId: string, to: string | null = null) => ({
    personId,
    memberships: [{ roleId: personId, serviceId: 's', from: day('2026-01-01'), to: to as CalendarDate | null }],
  });
  const services = [{ serviceId: 's', name: 's', serviceUnitId: null, closures: [] }];

  test.each([
    ['with two active members counts as one employee', [member('p'), member('q'), member('r', '2026-08-29')], true],
    ['with three does not', [member('p'), member('q'), member('r', '2026-08-30')], false],
  ])('%s', (_, people, expected) => {
    expect(servicesOfOne(facts([], { people, services }), day('2026-08-30')).has('s')).toBe(expected);
  });
});
