import { expect, test } from '@jest/globals';
import type { PublishedPlan } from '../contract/index.js';
import { id, kindergarten, meeting, registry, school, type GivenEvent } from '../news.examples.js';
import { newsOf } from './in-memory.examples.js';

const DAYS = ['2026-11-11', '2026-12-09', '2027-01-13'];
const GIVEN: readonly GivenEvent[] = [
  registry.role('coordinator', { role: 'coordinator' }),
  registry.role('other coordinator', { role: 'coordinator' }),
  registry.role('rektor', { role: 'unit-leader', unitId: school }),
  registry.table(school, 'ppt'),
  registry.table(kindergarten, 'ppt', 'nurse'),
];
const ALL: readonly GivenEvent[] = [
  ...GIVEN,
  meeting.plannedYear('coordinator', school, DAYS),
  meeting.plannedYear('coordinator', kindergarten, DAYS.slice(1)),
  ...DAYS.map((on) => meeting.planned(`${school} ${on}`, null, { on })),
];
const plans = (
  happenings: readonly GivenEvent[],
  name: string,
  ...more: [today?: string, seen?: readonly PublishedPlan[]]
) => newsOf(happenings, name, ...more) as readonly PublishedPlan[];

test('a year planned for all units is one news item, with the units that concern the reader', () => {
  expect(plans(ALL, 'ppt')).toMatchObject([
    { about: 'plan', newsId: 'plan/2026', unitIds: [school, kindergarten], meetings: 5, byIds: [id('coordinator')] },
  ]);
  expect(plans(ALL, 'nurse')).toMatchObject([{ unitIds: [kindergarten], meetings: 2, only: null }]);
  expect(plans(ALL, 'rektor')).toMatchObject([{ unitIds: [school], meetings: 3 }]);
  expect(plans(ALL, 'other coordinator')).toMatchObject([{ unitIds: [school, kindergarten], meetings: 5 }]);
  expect(plans(ALL, 'coordinator')).toEqual([]);
});

test('confirming covers what was shown: later plans alone are news', () => {
  const before = ALL.slice(0, GIVEN.length + 1);
  const seen = plans(before, 'ppt');
  expect(seen).toMatchObject([{ unitIds: [school], meetings: 3 }]);
  expect(plans(before, 'ppt', '2026-11-02', seen)).toEqual([]);
  expect(plans(ALL, 'ppt', '2026-11-02', seen)).toMatchObject([{ unitIds: [kindergarten], meetings: 2 }]);
});

test('a single meeting that replaces a cancelled one is reported with its day', () => {
  const anew = [...GIVEN, meeting.plannedYear('rektor', school, ['2026-11-18'])];
  expect(plans(anew, 'ppt')).toMatchObject([{ meetings: 1, only: { on: '2026-11-18', startsAt: '12:30' } }]);
});

test('a host’s plan is news to its guests', () => {
  const joint = [
    registry.role('guest', { role: 'unit-leader', unitId: kindergarten }),
    meeting.plannedYear('rektor', school, DAYS, [kindergarten]),
  ];
  expect(plans(joint, 'guest')).toMatchObject([{ unitIds: [kindergarten], meetings: 3 }]);
});

test('a plan is news for thirty days, and until its first meeting; never after its last', () => {
  const plannedOn = (days: readonly string[]) => [...GIVEN, meeting.plannedYear('coordinator', school, days)];
  const lasts = (days: readonly string[], until: string, over: string) => {
    expect(plans(plannedOn(days), 'ppt', until)).toHaveLength(1);
    expect(plans(plannedOn(days), 'ppt', over)).toEqual([]);
  };
  lasts(DAYS, '2026-12-02', '2026-12-03');
  lasts(['2027-01-13', '2027-02-10'], '2027-01-13', '2027-01-14');
  lasts(['2026-11-11'], '2026-11-11', '2026-11-12');
});
