import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { Participant } from './protocol.js';
import {
  absentInARow,
  expectedAt,
  servicesAt,
  type AttendedMeeting,
  type HowAttended,
  type ServiceDuty,
} from './attendance.js';

const day = (text: string) => text as CalendarDate;
const [here, there] = ['974552876', '974557746'];
const sat = (serviceId: string | null, attendance: Participant['attendance']) =>
  ({ serviceId, attendance }) as Participant;
const meeting = (heldOn: string, services: Record<string, HowAttended>, unitIds = [here]): AttendedMeeting => ({
  meetingId: heldOn,
  unitIds,
  heldOn: day(heldOn),
  services: Object.entries(services).map(([serviceId, how]) => ({ serviceId, how })),
});
const must = (serviceId: string, ...timeline: readonly (readonly [string, boolean])[]): ServiceDuty => ({
  unitId: here,
  serviceId,
  timeline: timeline.map(([from, mustAttend]) => ({ from: day(from), mustAttend })),
});
const hows = (meetings: readonly AttendedMeeting[], duties: readonly ServiceDuty[] = []) =>
  expectedAt(meetings, duties).map(({ unitId, serviceId, how }) => [unitId, serviceId, how]);

describe('the attendance of a service at a meeting', () => {
  test('is present by its own people, else by a deputy, else absent', () => {
    const participants = [
      sat('ppt', 'absent'),
      sat('ppt', 'present'),
      sat('nurses', 'absent'),
      sat('nurses', 'deputy'),
      sat('youth', 'absent'),
      sat(null, 'present'),
    ];
    expect(servicesAt(participants)).toEqual([
      { serviceId: 'ppt', how: 'present' },
      { serviceId: 'nurses', how: 'deputy' },
      { serviceId: 'youth', how: 'absent' },
    ]);
  });

  test('is expected where the protocol lists it, present or not, and where it had to attend that day', () => {
    const duties = [must('nurses', ['2026-08-01', true], ['2026-11-01', false]), must('youth', ['2026-10-15', true])];
    const [before, after] = [meeting('2026-10-14', { ppt: 'present' }), meeting('2026-11-11', { ppt: 'absent' })];
    expect(hows([before], duties)).toEqual([
      [here, 'ppt', 'present'],
      [here, 'nurses', 'absent'],
    ]);
    expect(hows([after], duties)).toEqual([
      [here, 'ppt', 'absent'],
      [here, 'youth', 'absent'],
    ]);
  });

  test('is counted once, by the protocol, if it had to attend and is listed', () => {
    expect(hows([meeting('2026-10-14', { ppt: 'deputy' })], [must('ppt', ['2026-08-01', true])])).toEqual([
      [here, 'ppt', 'deputy'],
    ]);
  });

  test('is one meeting, listed under each of its units', () => {
    const lines = expectedAt([meeting('2026-10-14', { ppt: 'present' }, [here, there])], []);
    expect(lines.map(({ unitId }) => unitId)).toEqual([here, there]);
  });
});

test('consecutive absences are counted back from the last held meeting', () => {
  const line = (heldOn: string, how: HowAttended) => ({ heldOn: day(heldOn), how });
  expect(absentInARow([line('2026-11-10', 'absent'), line('2026-09-09', 'deputy'), line('2026-10-14', 'absent')])).toBe(
    2,
  );
  expect(absentInARow([line('2026-09-09', 'absent'), line('2026-10-14', 'present')])).toBe(0);
  expect(absentInARow([line('2026-09-09', 'absent')])).toBe(1);
  expect(absentInARow([])).toBe(0);
});
