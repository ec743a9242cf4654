import { describe, expect, test } from '@jest/globals';
import type { ServiceActionDto } from '#actions/contract';
import { isPublicHoliday } from '#platform/holidays';
import { DEFAULT_SETTINGS, ladderOf, workingDaysAtUnits } from '#registry/contract';
import { day } from '../alerts.examples.js';
import { serviceNeeds, toldToServiceLeaderFrom, type ServiceFacts } from './service-needs.js';

/** A Monday. */
const today = day('2026-11-23');
const workingDays = workingDaysAtUnits(today, {
  units: [{ unitId: 'school', kind: 'school' }],
  calendars: [],
  isPublicHoliday,
});
const action = (actionId: string, dueOn: string, changes: Partial<ServiceActionDto> = {}): ServiceActionDto => ({
  actionId,
  serviceId: 'ppt',
  unitIds: ['school'],
  text: actionId,
  ownerId: 'ola',
  dueOn: day(dueOn),
  ...changes,
});
const absence = (serviceId: string, unitId: string, times: number) => ({
  serviceId,
  unitId,
  times,
  firstOn: day('2026-10-10'),
  lastOn: day('2026-11-10'),
});
const needs = (facts: Partial<ServiceFacts>) =>
  serviceNeeds(
    {
      actions: [],
      absences: [],
      isActive: (id) => id !== 'gone',
      workingDaysSince: workingDays.since,
      longOverdueFrom: toldToServiceLeaderFrom(ladderOf(DEFAULT_SETTINGS)),
      ...facts,
    },
    today,
  );

describe('needs of a leader of services', () => {
  test('are none when nothing is late or missing', () => {
    expect(needs({ actions: [action('in time', '2026-12-01')], absences: [absence('ppt', 'school', 1)] })).toEqual([]);
  });

  test('include actions overdue for fifteen working days at their unit, the longest first', () => {
    const actions = [action('fourteen', '2026-11-03'), action('fifteen', '2026-11-02'), action('twenty', '2026-10-26')];
    expect(needs({ actions })).toMatchObject([
      {
        kind: 'long-overdue',
        serviceId: 'ppt',
        actions: [
          { action: { actionId: 'twenty' }, workingDaysOverdue: 20 },
          { action: { actionId: 'fifteen' }, workingDaysOverdue: 15 },
        ],
      },
    ]);
  });

  test('include each action whose responsible person has left, once, due or not', () => {
    const actions = [
      action('late', '2026-10-01', { ownerId: 'gone' }),
      action('coming', '2026-12-24', { ownerId: 'gone' }),
    ];
    const found = needs({ actions });
    expect(found.map(({ kind }) => kind)).toEqual(['no-owner']);
    expect(found[0]!.actions.map(({ overdue, workingDaysOverdue }) => [overdue, workingDaysOverdue])).toEqual([
      [true, 37],
      [false, 0],
    ]);
  });

  test('include units with nobody of the service at the last two meetings, the longest absence first', () => {
    const absences = [absence('ppt', 'a', 2), absence('ppt', 'b', 3), absence('ppt', 'c', 1)];
    expect(needs({ absences })[0]!.absences.map(({ unitId }) => unitId)).toEqual(['b', 'a']);
  });

  test('begin with the most serious of each kind', () => {
    const late = (id: string, serviceId: string) => action(id, '2026-10-01', { serviceId });
    const found = needs({
      actions: [
        late('1', 'nurses'),
        late('2', 'ppt'),
        late('3', 'ppt'),
        action('4', '2026-12-24', { ownerId: 'gone' }),
      ],
      absences: [absence('youth', 'school', 2)],
    });
    expect(found.map(({ kind, serviceId }) => `${kind} ${serviceId}`)).toEqual([
      'no-owner ppt',
      'long-overdue ppt',
      'absent-in-a-row youth',
      'long-overdue nurses',
    ]);
  });
});
