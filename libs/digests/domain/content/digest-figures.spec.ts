import { describe, expect, test } from '@jest/globals';
import { isPublicHoliday } from '#platform/holidays';
import type { CalendarDate, ServiceId, UnitId } from '#platform/kernel';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { KnownFacts, type ActionFact, type MeetingFact, type UnitFact } from '#statistics/contract';
import { digestFigures, lastYearsDay, periodOfDigest } from './digest-figures.js';

const day = (text: string) => text as CalendarDate;
/** A Monday. */
const MONDAY = day('2026-11-23');

const unit = (unitId: string): UnitFact => ({
  unitId,
  name: unitId,
  kind: 'school',
  ownership: 'public',
  area: null,
  children: [],
  obligations: [{ from: day('2020-08-01'), obliged: true }],
  hosts: [],
  closures: [],
  exempt: [],
  duties: [],
});
const meeting = (
  unitId: string,
  on: string,
  filedOn: string | null,
  changes: Partial<MeetingFact> = {},
): MeetingFact => ({
  meetingId: `${unitId} ${on}`,
  kind: 'ordinary',
  unitIds: [unitId],
  plannedOn: day('2025-08-01'),
  on: day(on),
  state: filedOn === null ? 'held' : 'filed',
  plans: [{ from: day('2025-08-01'), on: day(on) }],
  wasPostponed: false,
  protocol:
    filedOn === null ? null : { filedOn: day(filedOn), corrections: 0, services: [], ageBands: {}, versions: [] },
  ...changes,
});
interface Agreed {
  readonly unit: string;
  readonly service: string | null;
  readonly on: string;
  readonly due: string;
}
const action = ({ unit: unitId, service, on, due }: Agreed, changes: Partial<ActionFact> = {}): ActionFact => ({
  actionId: `${unitId} ${service} ${due}`,
  meetingId: 'm',
  unitIds: [unitId],
  agreedOn: day(on),
  level: 'group',
  category: 'guidance',
  approach: null,
  resources: null,
  matterId: null,
  helpingServices: [],
  terms: [{ from: day(on), ownerId: 'owner', ownerServiceId: service, dueOn: day(due) }],
  firstDueOn: day(due),
  moves: 0,
  followUps: [{ dueOn: day(due), doneOn: null, meetingId: null }],
  ended: null,
  effect: null,
  ...changes,
});
const known = (today: CalendarDate, meetings: readonly MeetingFact[], actions: readonly ActionFact[]) =>
  new KnownFacts(
    today,
    {
      municipality: { settings: [{ from: day('2020-01-01'), settings: DEFAULT_SETTINGS }], calendars: [] },
      units: ['north', 'south', 'east'].map(unit),
      services: undefined,
      people: undefined,
      meetings,
      actions,
      alerts: undefined,
    },
    isPublicHoliday,
  );

const facts = known(
  MONDAY,
  [
    meeting('north', '2026-11-17', '2026-11-18'),
    // Filed in the last week, weeks after the fifth working day.
    meeting('north', '2026-10-08', '2026-11-19'),
    meeting('south', '2026-10-06', null),
    meeting('south', '2026-11-25', null, { state: 'planned' }),
  ],
  [
    action({ unit: 'north', service: 'ppt', on: '2026-11-17', due: '2026-12-15' }),
    action({ unit: 'south', service: 'ppt', on: '2026-09-01', due: '2026-11-10' }),
    action({ unit: 'south', service: 'nurse', on: '2026-09-01', due: '2026-11-18' }),
    action(
      { unit: 'north', service: 'nurse', on: '2026-09-01', due: '2026-11-20' },
      { ended: { on: day('2026-11-19'), how: 'completed' } },
    ),
    action(
      { unit: 'north', service: null, on: '2026-09-01', due: '2026-10-01' },
      { ended: { on: day('2026-11-20'), how: 'abandoned' } },
    ),
  ],
);
const lastYear = known(
  day('2025-11-23'),
  [meeting('north', '2025-11-10', '2025-11-11'), meeting('south', '2025-11-12', '2025-11-13')],
  [],
);
const figures = (unitIds: readonly string[] | null, serviceIds: readonly string[] | null) =>
  digestFigures(
    { day: MONDAY, facts, lastYear },
    { unitIds: unitIds as UnitId[] | null, serviceIds: serviceIds as ServiceId[] | null },
  );

describe('the figures of a digest', () => {
  const { meetings, protocols, actions, good } = figures(null, null);

  test('of meetings: last week, this week, the month so far and a year ago', () =>
    expect(meetings).toEqual({
      month: '2026-11',
      met: { count: 1, of: 3 },
      metLastYear: { count: 2, of: 3 },
      heldLastWeek: 1,
      plannedThisWeek: 1,
      // Tuesday to Friday, and Monday the 30th. The south has planned a meeting, the north has met.
      unplanned: [{ unitId: 'east', workingDaysLeft: 5 }],
    }));
  test('of protocols: the month before while no deadline of this one has passed', () =>
    expect(protocols).toEqual({
      month: '2026-10',
      inTime: { count: 0, of: 2 },
      missing: [{ meetingId: 'south 2026-10-06', unitIds: ['south'], workingDays: 34 }],
    }));
  test('of actions: by service, those of none last, with the change since last week', () =>
    expect(actions).toEqual({
      services: [
        { serviceId: 'nurse', started: 0, ended: 1, open: 1, overdue: 1, overdueBefore: 0 },
        { serviceId: 'ppt', started: 1, ended: 0, open: 2, overdue: 1, overdueBefore: 1 },
        { serviceId: null, started: 0, ended: 1, open: 0, overdue: 0, overdueBefore: 1 },
      ],
      all: { serviceId: null, started: 1, ended: 2, open: 3, overdue: 2, overdueBefore: 2 },
    }));
  test('of what went well: the unit that has filed what was late, and what a service completed in time', () =>
    expect(good).toEqual({ unitsOnTrack: ['north'], completedInTime: [{ serviceId: 'nurse', count: 1 }] }));
});

test('of a unit’s leader are about the own unit', () => {
  const { meetings, protocols, actions, good } = figures(['south'], null);
  expect(meetings).toMatchObject({ met: { count: 0, of: 1 }, heldLastWeek: 0, plannedThisWeek: 1, unplanned: [] });
  expect(protocols).toMatchObject({ inTime: { count: 0, of: 1 }, missing: [{ meetingId: 'south 2026-10-06' }] });
  expect(actions.all).toEqual({ serviceId: null, started: 0, ended: 0, open: 2, overdue: 2, overdueBefore: 1 });
  expect(good).toEqual({ unitsOnTrack: [], completedInTime: [] });
});

test('of a service unit’s leader are about all meetings, and the own services’ actions', () => {
  const { meetings, actions } = figures(null, ['ppt']);
  expect(meetings.met).toEqual({ count: 1, of: 3 });
  expect(actions.services.map(({ serviceId }) => serviceId)).toEqual(['ppt']);
  expect(actions.all).toEqual({ serviceId: null, started: 1, ended: 0, open: 2, overdue: 1, overdueBefore: 1 });
});

test('a year before is unknown where nobody had to meet', () => {
  const nothing = new KnownFacts(
    day('2025-11-23'),
    {
      municipality: undefined,
      units: [],
      services: undefined,
      people: undefined,
      meetings: [],
      actions: [],
      alerts: undefined,
    },
    isPublicHoliday,
  );
  const { meetings } = digestFigures({ day: MONDAY, facts, lastYear: nothing }, { unitIds: null, serviceIds: null });
  expect(meetings.metLastYear).toBeNull();
});

test('a digest of August needs July’s meetings too', () =>
  expect(periodOfDigest(day('2026-08-03'))).toMatchObject({ from: '2026-07-01', to: '2027-07-31' }));
test('a digest of November needs its school year', () =>
  expect(periodOfDigest(MONDAY)).toMatchObject({ from: '2026-08-01', to: '2027-07-31' }));
test('29 February is compared with the 28th', () => {
  expect(lastYearsDay(day('2028-02-29'))).toBe('2027-02-28');
  expect(lastYearsDay(MONDAY)).toBe('2025-11-23');
});
