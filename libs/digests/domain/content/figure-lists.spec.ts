import { describe, expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import type { CalendarDate, ServiceId, UnitId } from '#platform/kernel';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { KnownFacts, type ActionFact, type MeetingFact, type UnitFact } from '#statistics/contract';
import type { DigestContent, DigestFigure } from '../../contract/index.js';
import { digestFigures, NO_SERVICE } from './digest-figures.js';
import { figureLists, type ListKey } from './figure-lists.js';

const day = (text: string) => text as CalendarDate;
/** A Monday. */
const MONDAY = day('2026-11-23');

const unit = (unitId: string): UnitFact => ({
  ...{ unitId, name: unitId, kind: 'school', ownership: 'public', area: null, children: [] },
  ...{ obligations: [{ from: day('2020-08-01'), obliged: true }], hosts: [], closures: [], exempt: [], duties: [] },
});
const meeting = (meetingId: string, unitId: string, on: string, filedOn: string | null, state: MeetingFact['state']) =>
  ({
    ...{ meetingId, kind: 'ordinary', unitIds: [unitId], plannedOn: day('2025-08-01'), on: day(on), state },
    ...{ plans: [{ from: day('2025-08-01'), on: day(on) }], wasPostponed: false },
    protocol:
      filedOn === null ? null : { filedOn: day(filedOn), corrections: 0, services: [], ageBands: {}, versions: [] },
  }) satisfies MeetingFact;
const action = (actionId: string, unitId: string, service: string | null, due: string, ended?: ActionFact['ended']) =>
  ({
    ...{
      actionId,
      meetingId: 'm',
      unitIds: [unitId],
      agreedOn: day('2026-09-01'),
      level: 'group',
      category: 'guidance',
    },
    ...{ approach: null, resources: null, matterId: null, helpingServices: [] },
    terms: [{ from: day('2026-09-01'), ownerId: 'owner', ownerServiceId: service, dueOn: day(due) }],
    ...{ firstDueOn: day(due), moves: 0, followUps: [{ dueOn: day(due), doneOn: null, meetingId: null }] },
    ...{ ended: ended ?? null, effect: null },
  }) as ActionFact;
const known = (today: CalendarDate, meetings: readonly MeetingFact[], actions: readonly ActionFact[]) =>
  new KnownFacts(
    today,
    {
      municipality: { settings: [{ from: day('2020-01-01'), settings: DEFAULT_SETTINGS }], calendars: [] },
      units: ['north', 'south', 'east'].map(unit),
      ...{ services: undefined, people: undefined, meetings, actions, alerts: undefined },
    },
    isPublicHoliday,
  );
const facts = {
  day: MONDAY,
  facts: known(
    MONDAY,
    [
      meeting('met', 'north', '2026-11-17', '2026-11-18', 'filed'),
      meeting('filed late', 'north', '2026-10-08', '2026-11-19', 'filed'),
      meeting('unfiled', 'south', '2026-10-06', null, 'held'),
      meeting('coming', 'south', '2026-11-25', null, 'planned'),
    ],
    [
      action('in time', 'north', 'ppt', '2026-12-15'),
      action('late', 'south', 'ppt', '2026-11-10'),
      action('just late', 'south', 'nurse', '2026-11-18'),
      action('completed', 'north', 'nurse', '2026-11-20', { on: day('2026-11-19'), how: 'completed' }),
      action('of none', 'north', null, '2026-10-01', { on: day('2026-11-20'), how: 'abandoned' }),
    ],
  ),
  lastYear: known(day('2025-11-23'), [meeting('then', 'north', '2025-11-10', '2025-11-11', 'filed')], []),
};
const EVERYWHERE = { unitIds: null, serviceIds: null };
const REACHES: readonly (readonly [string, DigestContent['reach']])[] = [
  ['everything', EVERYWHERE],
  ['one unit', { unitIds: ['south'] as UnitId[], serviceIds: null }],
  ['one service', { unitIds: null, serviceIds: ['nurse'] as ServiceId[] }],
];
const listsOf = (figure: DigestFigure, reach: DigestContent['reach'] = EVERYWHERE, service: string | null = null) =>
  new Map(figureLists(figure, facts, reach, service).map((list) => [list.key, list]));
const idsIn = (figure: DigestFigure, key: ListKey, service: string | null = null) =>
  listsOf(figure, EVERYWHERE, service)
    .get(key)!
    .things.map(({ id }) => id);

describe.each(REACHES)('what the figures of a digest about %s count', (_, reach) => {
  const made = digestFigures(facts, reach);
  const count = (figure: DigestFigure, key: ListKey, service: string | null = null) => {
    const { count: counted, of, things } = listsOf(figure, reach, service).get(key)!;
    expect(things).toHaveLength(counted);
    return of === null ? counted : { count: counted, of };
  };

  test('is as many as the mail says: of meetings and protocols', () => {
    const { meetings, protocols, good } = made;
    expect(count('units-met', 'met')).toEqual(meetings.met);
    expect(count('units-met', 'met-last-year')).toEqual(meetings.metLastYear);
    expect(count('meetings-held', 'held')).toBe(meetings.heldLastWeek);
    expect(count('meetings-planned', 'planned')).toBe(meetings.plannedThisWeek);
    expect(count('months-unplanned', 'unplanned')).toBe(meetings.unplanned.length);
    expect(count('filed-in-time', 'in-time')).toEqual(protocols.inTime);
    expect(count('protocols-missing', 'missing')).toBe(protocols.missing.length);
    expect(count('units-on-track', 'on-track')).toBe(good.unitsOnTrack.length);
  });

  test('is as many as the mail says: of actions, of each service and of all', () => {
    const { services, all } = made.actions;
    for (const line of [...services.map((it) => [it.serviceId ?? NO_SERVICE, it] as const), [null, all] as const])
      for (const name of ['started', 'ended', 'open', 'overdue', 'overdueBefore'] as const)
        expect([line[0], name, count('actions', name, line[0])]).toEqual([line[0], name, line[1][name]]);
    for (const { serviceId, count: completed } of made.good.completedInTime)
      expect(count('completed-in-time', 'completed', serviceId)).toBe(completed);
  });
});

test('a figure lists the things themselves', () => {
  expect(idsIn('units-met', 'met')).toEqual(['north']);
  expect(idsIn('units-met', 'not-met').toSorted()).toEqual(['east', 'south']);
  expect(idsIn('meetings-held', 'held')).toEqual(['met']);
  expect(idsIn('meetings-planned', 'planned')).toEqual(['coming']);
  expect(listsOf('months-unplanned').get('unplanned')!.things).toEqual([
    { kind: 'unit', id: 'east', unitIds: ['east'], on: null, workingDays: 5 },
  ]);
  expect(idsIn('filed-in-time', 'not-in-time').toSorted()).toEqual(['filed late', 'unfiled']);
  expect(listsOf('protocols-missing').get('missing')!.things).toEqual([
    { kind: 'meeting', id: 'unfiled', unitIds: ['south'], on: '2026-10-06', workingDays: 34 },
  ]);
  expect(idsIn('units-on-track', 'on-track')).toEqual(['north']);
  expect(idsIn('completed-in-time', 'completed')).toEqual(['completed']);
  // In the order in which they are due.
  expect(idsIn('actions', 'open')).toEqual(['late', 'just late', 'in time']);
  expect(idsIn('actions', 'overdue', 'nurse')).toEqual(['just late']);
  expect(idsIn('actions', 'ended', NO_SERVICE)).toEqual(['of none']);
  expect(idsIn('actions', 'overdueBefore', NO_SERVICE)).toEqual(['of none']);
});
