import { describe, expect, test } from '@jest/globals';
import { Municipality } from './municipality.js';

// Alerts that can be counted by hand; the days are working days, and December 2024 begins on a Sunday.
const TODAY = '2024-12-20';

/** A school with a meeting on Tuesday 12 November, filed the day after, and four actions due on Friday 29 November. */
const school = () =>
  new Municipality(TODAY).school('Nord').meeting('N11', {
    at: 'Nord',
    on: '2024-11-12',
    heldOn: '2024-11-12',
    filedOn: '2024-11-13',
    protocol: { actions: ['A', 'B', 'C', 'D'].map((id) => ({ id, due: '2024-11-29', followUp: '2025-02-01' })) },
  });
const overdue = { kind: 'overdue', at: 'Nord', about: '2024-11-29' } as const;
const beside = (unsolved: string, alert: string, coordinator: string, moved: string) =>
  `unsolved ${unsolved}, alert ${alert}, coordinator ${coordinator}, moved ${moved}`;

describe('52 Varsler sendt og løst', () => {
  test('the middle of one, four and nine working days; the fourth is not solved', () => {
    const december = school()
      // Monday, the day after the due date: completed the day after that.
      .alerted({ ...overdue, subject: 'A', on: '2024-12-02' })
      .completed('A', '2024-12-03')
      // A new date on the Friday.
      .alerted({ ...overdue, subject: 'B', on: '2024-12-02' })
      .carriedOn('B', '2024-12-06', '2025-01-31', '2025-01-15')
      // After nine working days, when the leader and then the coordinator had been told as well.
      .alerted({ ...overdue, subject: 'C', on: '2024-12-02' })
      .alerted({ ...overdue, subject: 'C', on: '2024-12-09', step: 6, to: ['unit-leader'] })
      .alerted({ ...overdue, subject: 'C', on: '2024-12-13', step: 10, to: ['coordinator'] })
      .abandoned('C', '2024-12-13')
      .alerted({ ...overdue, subject: 'D', on: '2024-12-02' })
      .alerted({ ...overdue, subject: 'D', on: '2024-12-09', step: 6, to: ['unit-leader'] });
    expect(december.figure(52)).toBe(`4: 3 of 3, ${beside('1 of 4', '0 of 3', '1 of 3', '1 of 3')}`);
    // On the evening of the fifth one was solved, after a working day.
    expect(december.figure(52, '2024-12', '2024-12-05')).toBe(
      `1: 1 of 1, ${beside('3 of 4', '0 of 1', '0 of 1', '0 of 1')}`,
    );
    expect(december.figure(52, '2024-11')).toBe(`–: 0 of 0, ${beside('0 of 0', '0 of 0', '0 of 0', '0 of 0')}`);
  });

  test('a reminder before the due date, or on it, is no alert', () => {
    const reminded = school()
      .alerted({ ...overdue, subject: 'A', on: '2024-11-26', step: -3 })
      .alerted({ ...overdue, subject: 'A', on: '2024-11-29', step: 0 })
      .completed('A', '2024-12-03');
    expect(reminded.figure(52)).toMatch('–: 0 of 0, unsolved 0 of 0');
    expect(reminded.alerted({ ...overdue, subject: 'B', on: '2024-12-02' }).figure(52)).toMatch('unsolved 1 of 1');
  });

  test('a step that a new leader is told as well takes an alert no further', () => {
    const late = { kind: 'month-missing', subject: 'Nord/2024-11', at: 'Nord', about: '2024-11-30' } as const;
    const first = school().alerted({ ...late, on: '2024-12-04', step: 3, to: ['unit-leader'] });
    const again = first.alerted({ ...late, on: '2024-12-09', step: 3, to: ['unit-leader'] });
    expect(again.figure(52)).toMatch('unsolved 1 of 1, alert 0 of 0, coordinator 0 of 0');
    const solved = again.handled('month-missing', 'Nord/2024-11', '2024-12-10');
    // Counted from the first day on which it was told.
    expect(solved.figure(52)).toBe(`4: 1 of 1, ${beside('0 of 1', '0 of 1', '0 of 1', '0 of 1')}`);
  });

  test('steps about a new date are an alert of their own', () => {
    const twice = school()
      .alerted({ ...overdue, subject: 'A', on: '2024-12-02' })
      .carriedOn('A', '2024-12-03', '2024-12-06', '2025-02-01')
      .alerted({ ...overdue, subject: 'A', on: '2024-12-09', about: '2024-12-06' })
      .completed('A', '2024-12-12');
    expect(twice.figure(52)).toBe(`2: 2 of 2, ${beside('0 of 2', '0 of 2', '0 of 2', '1 of 2')}`);
  });

  test('an alert that is marked as handled is solved; it counts in the period of its first telling', () => {
    const handled = school()
      .alerted({ ...overdue, subject: 'A', on: '2024-11-30', to: ['service-unit-leader'] })
      .handled('overdue', 'A', '2024-12-04');
    expect(handled.figure(52, '2024-11')).toBe(`3: 1 of 1, ${beside('0 of 1', '0 of 1', '1 of 1', '0 of 1')}`);
    expect(handled.figure(52, '2024-12')).toMatch('–: 0 of 0');
  });

  test('a handover is solved by its answer, and a follow-up by being done', () => {
    const answered = school()
      .alerted({ kind: 'handover-waiting', subject: 'A', at: 'Nord', about: '2024-11-25', on: '2024-12-02', step: 5 })
      .handoverDeclined('A', '2024-12-04')
      .alerted({ kind: 'follow-up-missed', subject: 'A', at: 'Nord', about: '2024-12-02', on: '2024-12-03' })
      .followedUp('A', '2024-12-09', '2025-01-10');
    // Two and four working days.
    expect(answered.figure(52)).toBe(`3: 2 of 2, ${beside('0 of 2', '0 of 2', '0 of 2', '0 of 2')}`);
  });

  test('a request for more time is solved by a decision about the action', () => {
    const asked = { kind: 'more-time-asked', at: 'Nord', step: 0 } as const;
    const decided = school()
      .alerted({ ...asked, subject: 'A', about: '2024-12-02', on: '2024-12-03' })
      .followedUp('A', '2024-12-09', '2025-01-10');
    expect(decided.figure(52)).toBe(`4: 1 of 1, ${beside('0 of 1', '0 of 1', '0 of 1', '0 of 1')}`);
  });

  test('a protocol is solved by its filing, a meeting by its report, and a month by a meeting or an exemption', () => {
    const meetings = new Municipality(TODAY)
      .school('Nord')
      .meeting('N10', { at: 'Nord', on: '2024-10-08' })
      .alerted({ kind: 'meeting-unconfirmed', subject: 'N10', at: 'Nord', about: '2024-10-08', on: '2024-10-11' })
      .held('N10', '2024-10-08', '2024-10-15')
      .alerted({ kind: 'protocol-late', subject: 'N10', at: 'Nord', about: '2024-10-08', on: '2024-10-16' })
      .lost('N10', '2024-10-17')
      .alerted({ kind: 'month-missing', subject: 'Nord/2024-09', at: 'Nord', about: '2024-09-30', on: '2024-10-03' })
      .exempts('Nord', '2024-09', '2024-10-11')
      .alerted({ kind: 'month-unplanned', subject: 'Nord/2024-11', at: 'Nord', about: '2024-11-29', on: '2024-11-15' })
      .meeting('N11', { at: 'Nord', on: '2024-11-26', plannedOn: '2024-11-20' });
    // Two, one, six and three working days.
    expect(meetings.figure(52)).toBe(`2.5: 4 of 4, ${beside('0 of 4', '0 of 4', '0 of 4', '0 of 4')}`);
    expect(meetings.by('unit', 52)).toEqual({ Nord: meetings.figure(52) });
  });

  test('a service that is absent again is there again once', () => {
    const absent = {
      kind: 'service-absent',
      subject: 'ppt/Nord',
      at: 'Nord',
      step: 0,
      to: ['service-unit-leader'],
    } as const;
    const services = (how: 'present' | 'absent') => ({ protocol: { services: { ppt: how } } });
    const back = new Municipality(TODAY)
      .school('Nord')
      .alerted({ ...absent, about: '2024-10-08', on: '2024-10-10' })
      .meeting('N11', {
        at: 'Nord',
        on: '2024-11-12',
        heldOn: '2024-11-12',
        filedOn: '2024-11-13',
        ...services('absent'),
      })
      .alerted({ ...absent, about: '2024-11-12', on: '2024-11-14' })
      .meeting('N12', {
        at: 'Nord',
        on: '2024-12-03',
        heldOn: '2024-12-03',
        filedOn: '2024-12-04',
        ...services('present'),
      });
    // 39 and 14 working days.
    expect(back.figure(52)).toBe(`26.5: 2 of 2, ${beside('0 of 2', '0 of 2', '2 of 2', '0 of 2')}`);
  });
});
