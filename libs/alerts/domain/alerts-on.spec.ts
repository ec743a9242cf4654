import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type SchoolYear } from '#platform/kernel';
import type { AlertFacts } from './alert.js';
import { alertsOn } from './alerts-on.js';
import { action, day, facts, meeting, month, person, unit } from './alerts.examples.js';

const on = (today: string, changes: Partial<AlertFacts>) => alertsOn(day(today), facts(changes));
const ids = (today: string, changes: Partial<AlertFacts>) => on(today, changes).map(({ id }) => id);

describe('actions', () => {
  test.each([
    ['2026-11-30', '2026-11-30', []],
    ['2026-11-30', '2026-12-01', ['overdue:action']],
    ['2028-02-29', '2028-02-29', []],
    ['2028-02-29', '2028-03-01', ['overdue:action']],
    ['2026-10-25', '2026-10-26', ['overdue:action']], // daylight saving time ends on the due date
  ])('due on %s, have these alerts on %s: %j', (dueOn, today, expected) => {
    const late = action({ dueOn: day(dueOn), followUpOn: day('2029-01-01') });
    expect(ids(today, { actions: [late] })).toEqual(expected);
  });

  test('miss their follow-up from the day after, until one is recorded on its day or later', () => {
    const waiting = action({ followUpOn: day('2026-11-20') });
    expect(ids('2026-11-20', { actions: [waiting] })).toEqual([]);
    expect(on('2026-11-21', { actions: [waiting] })).toMatchObject([
      { id: 'follow-up-missed:action', since: '2026-11-21', actorIds: ['owner'], level: 'reminder' },
    ]);
    expect(ids('2026-11-21', { actions: [{ ...waiting, followedUpOn: day('2026-11-19') }] })).toHaveLength(1);
    expect(ids('2026-11-21', { actions: [{ ...waiting, followedUpOn: day('2026-11-20') }] })).toEqual([]);
  });

  test('have an age in working days at the unit, which decides who must act', () => {
    const late = action({ dueOn: day('2026-11-20') }); // a Friday
    const at = (today: string) =>
      on(today, { units: [unit('school')], actions: [late] }).find(({ kind }) => kind === 'overdue');
    expect(at('2026-11-22')).toMatchObject({ ageInWorkingDays: 0, level: 'reminder', actorIds: ['owner'] });
    expect(at('2026-11-27')).toMatchObject({ ageInWorkingDays: 5, level: 'reminder', actorIds: ['owner'] });
    expect(at('2026-11-30')).toMatchObject({ ageInWorkingDays: 6, level: 'alert', actorIds: ['owner', 'leader'] });
    expect(at('2026-12-04')).toMatchObject({
      ageInWorkingDays: 10,
      level: 'coordinator',
      actorIds: ['owner', 'leader', 'coordinator'],
    });
  });

  test('have an age that does not grow while the school is closed', () => {
    const calendars = [
      {
        schoolYear: 2026 as SchoolYear,
        kind: 'school' as const,
        firstDay: day('2026-08-17'),
        lastDay: day('2027-06-18'),
        closed: [],
      },
    ];
    const late = action({ dueOn: day('2027-06-17') });
    const [alert] = on('2027-07-30', { units: [unit('school')], calendars, actions: [late] }).filter(
      ({ kind }) => kind === 'overdue',
    );
    expect(alert).toMatchObject({ ageInWorkingDays: 1, level: 'reminder' });
  });

  test('without an owner who holds a role today are orphaned and assigned to the coordinator', () => {
    const people = [person('owner', { to: day('2026-11-20') }), person('coordinator', { role: 'coordinator' })];
    const left = action();
    expect(ids('2026-11-20', { people, actions: [left] })).toEqual([]);
    expect(on('2026-11-21', { people, actions: [left] })).toMatchObject([
      { id: 'orphan:action', since: '2026-11-21', level: 'coordinator', actorIds: ['coordinator'] },
    ]);
  });

  test('that are orphaned and overdue have one alert for the coordinator that says both', () => {
    const people = [person('coordinator', { role: 'coordinator' })];
    const alerts = on('2026-11-21', { people, actions: [action({ dueOn: day('2026-11-20') })] });
    expect(alerts.map(({ id, level }) => [id, level])).toEqual(
      [
        ['orphan:action', 'coordinator'],
        ['overdue:action', 'coordinator'],
      ].sort(),
    );
  });
});

describe('protocols', () => {
  const unfiled = meeting('2026-03-27', { filedOn: null }); // the Friday before Easter week
  const units = [unit('school')];
  test('are late from the working day after the last allowed one, Easter not counted', () => {
    // 30, 31 March, 1 April, then Maundy Thursday to Easter Monday, 7 and 8 April are five working days.
    const late = (today: string) =>
      on(today, { units, meetings: [unfiled] }).filter(({ kind }) => kind === 'protocol-late');
    expect(late('2026-04-08')).toEqual([]);
    expect(late('2026-04-09')).toMatchObject([
      {
        since: '2026-04-09',
        ageInWorkingDays: 6,
        level: 'alert',
        actorIds: ['leader'],
        subjectId: 'meeting 2026-03-27',
      },
    ]);
  });
  test('that are declared lost are no longer late, and their meeting counts as held', () => {
    const lost = { ...unfiled, isLost: true };
    const about = on('2026-06-01', { units, meetings: [lost] });
    expect(about.filter(({ kind }) => kind === 'protocol-late')).toEqual([]);
    expect(about.filter(({ kind, month }) => kind === 'month-missing' && month === '2026-03')).toEqual([]);
    expect(
      on('2026-06-01', { units, meetings: [] }).filter(
        ({ kind, month }) => kind === 'month-missing' && month === '2026-03',
      ),
    ).toHaveLength(1);
  });
  test('that are filed are never late', () =>
    expect(
      on('2026-06-01', { units, meetings: [meeting('2026-03-27')] }).filter(({ kind }) => kind === 'protocol-late'),
    ).toEqual([]));
});

describe('months', () => {
  /** New this autumn, so that only this school year applies. */
  const obligations = [{ from: day('2026-08-01'), obliged: true, reason: null }];
  const school = unit('school', { obligations });
  const units = [school, unit('kindergarten', { kind: 'kindergarten', obligations })];
  const missing = (today: string, changes: Partial<AlertFacts>) =>
    on(today, { units, ...changes })
      .filter(({ kind }) => kind === 'month-missing')
      .map(({ subjectId }) => subjectId)
      .sort();

  test('without a meeting are missing once they have ended, not before', () => {
    const meetings = [meeting('2026-08-20', { unitIds: ['school', 'kindergarten'] })];
    expect(missing('2026-09-30', { meetings })).toEqual([]);
    expect(missing('2026-10-01', { meetings })).toEqual(['kindergarten/2026-09', 'school/2026-09']);
  });
  test('are still missing over the summer until November; July never is', () => {
    const old = { units: [unit('school'), unit('kindergarten', { kind: 'kindergarten' })] };
    expect(missing('2026-07-31', old)).toHaveLength(22);
    expect(missing('2026-08-31', old)).toEqual(missing('2026-07-31', old));
    expect(missing('2026-10-31', old)).toHaveLength(26);
    expect(missing('2026-11-01', old)).toHaveLength(6);
  });
  test('with a meeting on any day, the first and the last included, are held', () =>
    expect(
      missing('2026-11-01', {
        meetings: ['2026-08-01', '2026-09-30', '2026-10-31'].map((heldOn) => meeting(heldOn)),
        units: [school],
      }),
    ).toEqual([]));
  test('that are exempt are not missing', () =>
    expect(
      missing('2026-09-01', { exemptions: [{ unitId: 'school', month: month('2026-08') }], units: [school] }),
    ).toEqual([]));
  test('are held for a unit that meets at its host', () => {
    const guest = unit('guest', { obligations, hosts: [{ from: day('2026-08-01'), hostUnitId: 'school' }] });
    expect(missing('2026-09-01', { units: [guest], meetings: [meeting('2026-08-20')] })).toEqual([]);
  });
  test('of a unit that is not obliged are never missing', () => {
    const free = unit('family', {
      obligations: [{ from: day('2025-08-01'), obliged: false, reason: 'familiebarnehage' }],
    });
    expect(missing('2026-12-01', { units: [free] })).toEqual([]);
  });
  test('go to the coordinator at once where the unit has no leader', () => {
    const people = [person('coordinator', { role: 'coordinator' })];
    const [first] = on('2026-09-01', { people, units: [school] });
    expect(first).toMatchObject({ level: 'reminder', actorIds: ['coordinator'] });
  });
  test('go to the unit leader first, then to the coordinator', () => {
    const at = (today: string) => on(today, { units: [school] })[0];
    expect(at('2026-09-01')).toMatchObject({ level: 'reminder', since: '2026-09-01', actorIds: ['leader'] });
    expect(at('2026-09-14')).toMatchObject({ level: 'coordinator', actorIds: ['leader', 'coordinator'] });
  });
});

describe('meetings whose day has passed', () => {
  const planned = [{ meetingId: 'm', unitIds: ['school'], plannedOn: day('2026-11-18') }];
  const units = [unit('school')];
  const waiting = (today: string, changes: Partial<AlertFacts> = {}) =>
    on(today, { units, planned, ...changes }).filter(({ kind }) => kind === 'meeting-unconfirmed');

  test('are unconfirmed from the day after until the month ends', () => {
    expect(waiting('2026-11-18')).toEqual([]);
    expect(waiting('2026-11-19')).toMatchObject([
      {
        id: 'meeting-unconfirmed:m',
        subjectId: 'm',
        month: '2026-11',
        since: '2026-11-19',
        level: 'reminder',
        actorIds: ['leader'],
      },
    ]);
    expect(waiting('2026-11-26')).toMatchObject([{ level: 'alert', ageInWorkingDays: 6 }]);
    expect(waiting('2026-12-01')).toEqual([]);
  });
  test('have no alert where the unit has met in the month, or is exempt', () => {
    expect(waiting('2026-11-19', { meetings: [meeting('2026-11-05')] })).toEqual([]);
    expect(waiting('2026-11-19', { exemptions: [{ unitId: 'school', month: month('2026-11') }] })).toEqual([]);
  });
});

test('the most severe come first, then the oldest', () => {
  const actions = ['2026-11-19', '2026-11-02', '2026-11-18'].map((dueOn) =>
    action({ actionId: dueOn, dueOn: day(dueOn), followUpOn: day('2027-01-01') }),
  );
  expect(ids('2026-11-22', { actions })).toEqual(['overdue:2026-11-02', 'overdue:2026-11-18', 'overdue:2026-11-19']);
});

test('every alert has a responsible person, applies today and has a unique id', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          actionId: fc.uuid(),
          dueOn: fc.integer({ min: -400, max: 60 }).map((n) => addDays(day('2026-11-22'), n)),
          followUpOn: fc.integer({ min: -400, max: 60 }).map((n) => addDays(day('2026-11-22'), n)),
          ownerId: fc.constantFrom('owner', 'gone'),
          unitIds: fc.constantFrom(['school'], ['elsewhere'], ['school', 'kindergarten']),
        }),
      ),
      (some) => {
        const today = day('2026-11-22');
        const alerts = alertsOn(today, facts({ units: [unit('school')], actions: some.map(action) }));
        expect(alerts.every(({ actorIds, since }) => actorIds.length > 0 && since <= today)).toBe(true);
        expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length);
        const overdue = alerts.filter(({ kind }) => kind === 'overdue').length;
        expect(overdue).toBe(some.filter(({ dueOn }) => dueOn < today).length);
      },
    ),
    { seed: 20261122, numRuns: 60 },
  ));
