import { describe, expect, test } from '@jest/globals';
import type { Alert } from './alert.js';
import { day, month, unit } from './alerts.examples.js';
import { hasCause, stillApplying, unitsToCall } from './units-to-call.js';

const alert = (unitId: string, changes: Partial<Alert> = {}): Alert => ({
  id: `${changes.kind ?? 'overdue'}:${unitId}:${changes.ageInWorkingDays ?? 1}`,
  kind: 'overdue',
  level: 'reminder',
  subjectId: 'action',
  subject: { unitIds: [unitId], serviceIds: [], personIds: [] },
  month: null,
  meetingOn: null,
  ownerId: null,
  text: null,
  actorIds: [],
  since: day('2026-11-10'),
  ageInWorkingDays: 1,
  ...changes,
});
const order = (alerts: readonly Alert[], contacted: Readonly<Record<string, number>> = {}) => {
  const ids = [...new Set(alerts.flatMap(({ subject }) => subject.unitIds))].sort();
  return unitsToCall(alerts, {
    units: [...ids, 'untouched'].map((it) => unit(it)),
    leaders: new Map([['a', ['leader']]]),
    daysSinceContact: (unitId) => contacted[unitId],
  });
};
const names = (...args: Parameters<typeof order>) => order(...args).map((line) => line.unit.unitId);

describe('units to call', () => {
  test('are those with alerts, all of a unit’s alerts together', () => {
    expect(order([alert('a'), alert('a', { kind: 'month-missing' })])).toMatchObject([
      { unit: { unitId: 'a' }, leaderIds: ['leader'], alerts: [{ kind: 'overdue' }, { kind: 'month-missing' }] },
    ]);
  });
  test('with most missing months, protocols and meetings come first, however many actions are late elsewhere', () => {
    const actions = [1, 2, 3, 4].map((ageInWorkingDays) => alert('a', { ageInWorkingDays }));
    expect(names([...actions, alert('b', { kind: 'meeting-unconfirmed' })])).toEqual(['b', 'a']);
    const owed = (['month-missing', 'protocol-late'] as const).map((kind) => alert('c', { kind }));
    expect(names([...actions, alert('b', { kind: 'month-missing', ageInWorkingDays: 40 }), ...owed])).toEqual([
      'c',
      'b',
      'a',
    ]);
  });
  test('are then sorted by number of alerts, age and name', () => {
    expect(names([alert('a'), alert('b'), alert('b', { ageInWorkingDays: 2 })])).toEqual(['b', 'a']);
    expect(names([alert('a', { ageInWorkingDays: 3 }), alert('b', { ageInWorkingDays: 9 })])).toEqual(['b', 'a']);
    expect(names([alert('b'), alert('a')])).toEqual(['a', 'b']);
  });
  test('come last for three working days after a reminder or a call', () => {
    const alerts = [alert('a', { kind: 'month-missing' }), alert('b')];
    expect(names(alerts, { a: 0 })).toEqual(['b', 'a']);
    expect(names(alerts, { a: 2 })).toEqual(['b', 'a']);
    expect(names(alerts, { a: 3 })).toEqual(['a', 'b']);
  });
  test('are responsible for a joint alert only as its host', () => {
    const joint = alert('b', { subject: { unitIds: ['b', 'a'], serviceIds: [], personIds: [] } });
    expect(names([joint])).toEqual(['b']);
  });
});

describe('a reminder', () => {
  const november = alert('a', { kind: 'month-missing', month: month('2026-11'), since: day('2026-12-01') });
  const october = alert('a', { kind: 'protocol-late', month: month('2026-10'), since: day('2026-11-12') });
  test.each([
    [{ kind: null, month: null }, [true, true]],
    [{ kind: 'month-missing', month: null }, [true, false]],
    [{ kind: null, month: month('2026-10') }, [false, true]],
    [{ kind: 'month-missing', month: month('2026-10') }, [false, false]],
  ] as const)('about %j concerns that cause only', (cause, expected) =>
    expect([november, october].map((it) => hasCause(cause, it))).toEqual(expected),
  );
  test('applies while one of its alerts is unsolved, and not to later alerts', () => {
    const reminder = { about: { kind: null, month: null }, on: day('2026-11-20') };
    expect(stillApplying(reminder, [november, october])).toEqual([october]);
    expect(stillApplying(reminder, [november])).toEqual([]);
    expect(stillApplying({ ...reminder, on: day('2026-12-01') }, [november])).toEqual([november]);
  });
});
