import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { isRefused, schoolYearOf, ServiceId, stableId, type MeetingId, type SchoolYear } from '#platform/kernel';
import { ServiceAssigned, unitEvents, type UnitDto } from '#registry/contract';
import { asker, openContexts, type ContextsUnderTest } from '../../../../test/contexts-under-test.js';
import { factsContext, KnownFactsInTransaction, unitAsEvents } from '../../../../test/facts-under-test.js';
import { MeetingPlanned, ProtocolCorrected, ProtocolFiled, type Participant } from '../../contract/index.js';
import { day, head, otherUnitId, ppt, time, unitId } from '../../domain/meeting/meeting.examples.js';
import { meetingsContext } from '../../index.js';
import { AttendanceAnswer, MeetingAttendancePage, UnitAttendancePage } from './attendance.dto.js';
import {
  ListMeetingAttendance,
  ListMeetingAttendanceHandler,
  ListUnitAttendance,
  ListUnitAttendanceHandler,
  ReadAttendance,
  ReadAttendanceHandler,
} from './attendance.query.js';
import { AttendanceReader } from './attendance-reader.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const nurses = ServiceId.parse(stableId('service', 'nurses'));
const meetingOf = (name: string) => stableId('meeting', name) as MeetingId;
const seat = (serviceId: ServiceId, attendance: Participant['attendance']): Participant => ({
  personId: head,
  role: 'service-member',
  unitId: null,
  serviceId,
  attendance,
  deputyId: null,
});
const protocol = (heldOn: string, participants: Participant[]) => ({
  heldOn: day(heldOn),
  startedAt: time('12:30'),
  endedAt: null,
  place: null,
  digital: false,
  chairId: null,
  minuteTakerId: null,
  participants,
  earlierActions: [],
  matters: [],
  actions: [],
  nextMeetingOn: null,
});
const unitIds = [unitId];
const place: UnitDto = {
  unitId,
  name: 'Nordlia skole',
  kind: 'school',
  ownership: 'public',
  children: 200,
  area: null,
  obligations: [{ from: day('2024-08-01'), obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [],
  standing: [],
};
const filed = (heldOn: string, participants: Participant[], units = unitIds) =>
  ProtocolFiled({
    meetingId: meetingOf(heldOn),
    unitIds: units,
    filedOn: day(heldOn),
    filedBy: head,
    protocol: protocol(heldOn, participants),
  });

let contexts: ContextsUnderTest;
let reader: AttendanceReader;
const leader: Partial<Asker> = { roles: [{ role: 'service-unit-leader', serviceIds: [ppt] }] };
const filters = { page: 1, size: 50 };
const year = async (who: Partial<Asker> = leader, schoolYear?: number) =>
  AttendanceAnswer.parse(
    await new ReadAttendanceHandler(reader, contexts.directory).execute(
      new ReadAttendance(schoolYear as SchoolYear | undefined, asker(who)),
    ),
  ).services;

beforeAll(async () => {
  contexts = await openContexts([factsContext, meetingsContext], [unitEvents]);
  reader = new AttendanceReader(contexts.readSide, new KnownFactsInTransaction());
  contexts.directory.services = () =>
    Promise.resolve(
      [ppt, nurses].map((serviceId, i) => ({
        serviceId,
        name: ['PPT', 'Helse'][i]!,
        kind: 'ppt',
        serviceUnitId: null,
        meetingsPerWeek: null,
        closures: [],
      })),
    );
  const file = async (event: ReturnType<typeof filed>, tenant?: string) => {
    const { meetingId, unitIds: at, filedOn: on } = event.data;
    const planned = { meetingId, unitIds: at, on, schoolYear: schoolYearOf(on), startsAt: time('12:30') };
    const details = { kind: 'ordinary', place: null, reason: null, urgent: false } as const;
    await contexts.happened(`meeting-${meetingId}`, MeetingPlanned({ ...planned, ...details }), tenant);
    await contexts.happened(`meeting-${meetingId}`, event, tenant);
  };
  for (const event of unitAsEvents(place)) await contexts.happened(`unit-${unitId}`, event);
  // Duties apply from the day they are recorded; everything else here has its own day.
  await contexts.happened(`unit-${unitId}`, ServiceAssigned({ serviceId: nurses, contactId: null, mustAttend: true }));
  await file(filed('2026-09-09', [seat(ppt, 'present')]));
  await file(filed('2026-10-14', [seat(ppt, 'present')]));
  await file(filed('2026-11-11', [seat(ppt, 'absent')], [unitId, otherUnitId]));
  await file(filed('2025-11-11', [seat(ppt, 'deputy')]));
  await file(filed('2099-11-11', [seat(ppt, 'deputy')]));
  await file(filed('2026-11-12', [seat(ppt, 'present')]), '8888');
  await contexts.happened(
    `meeting-${meetingOf('2026-10-14')}`,
    ProtocolCorrected({
      meetingId: meetingOf('2026-10-14'),
      unitIds,
      version: 2,
      reason: 'feil avkrysset',
      correctedOn: day('2026-10-20'),
      correctedBy: head,
      protocol: protocol('2026-10-14', [seat(ppt, 'absent')]),
      previous: { heldOn: day('2026-10-14'), filedOn: day('2026-10-14'), actions: [], earlierActions: [] },
    }),
  );
  await contexts.settled();
});
afterAll(() => contexts.close());

describe('attendance', () => {
  test('counts a school year’s filed meetings by the latest version of their protocols, and month by month', async () => {
    const [of] = await year();
    expect(of).toMatchObject({ name: 'PPT', expected: 3, present: 1, deputy: 0 });
    expect(of!.months.filter(({ expected }) => expected > 0)).toEqual([
      { month: '2026-09', expected: 1, present: 1, deputy: 0 },
      { month: '2026-10', expected: 1, present: 0, deputy: 0 },
      { month: '2026-11', expected: 1, present: 0, deputy: 0 },
    ]);
    expect(await year(leader, 2025)).toMatchObject([{ expected: 1, present: 0, deputy: 1 }]);
  });

  test('of a service that must attend but is not listed counts from the day the duty began', async () => {
    const ofNurses = async (schoolYear: number) =>
      (await year({ today: day('2100-01-01') }, schoolYear)).find(({ name }) => name === 'Helse');
    expect(await ofNurses(2099)).toMatchObject({ expected: 1, present: 0, deputy: 0 });
    expect(await ofNurses(2025)).toMatchObject({ expected: 0 });
  });

  test('is listed by unit, most consecutive absences first', async () => {
    const { items } = UnitAttendancePage.parse(
      await new ListUnitAttendanceHandler(reader, contexts.directory).execute(
        new ListUnitAttendance(ppt, filters, asker(leader)),
      ),
    );
    expect(items).toMatchObject([
      { unitId, expected: 3, present: 1, absentInARow: 2 },
      { unitId: otherUnitId, expected: 1, present: 0, absentInARow: 1 },
    ]);
    expect(await reader.inARow(asker().tenant, asker().today, [ppt])).toEqual(
      items.map(({ unitId: at, absentInARow: times }) => ({
        serviceId: ppt,
        unitId: at,
        times,
        // The service was absent in October and November at the one, and in November at the other.
        firstOn: at === unitId ? '2026-10-14' : '2026-11-11',
        lastOn: '2026-11-11',
      })),
    );
  });

  test('in a row is found for many days from one reading, as on each of them', async () => {
    const days = ['2026-08-20', '2026-09-30', '2026-10-14', '2026-11-10', '2026-11-11', '2027-08-20'].map(day);
    const each = await reader.inARowOnEach(asker().tenant, days, [ppt]);
    expect([...each.keys()]).toEqual(days);
    for (const on of days) expect(each.get(on)).toEqual(await reader.inARow(asker().tenant, on, [ppt]));
    const timesAt = days.map((on) => each.get(on)!.find((row) => row.unitId === unitId)?.times ?? 0);
    expect(timesAt).toEqual([0, 0, 1, 1, 2, 0]);
  });

  test('is listed by meeting, the latest first', async () => {
    const { items, total } = MeetingAttendancePage.parse(
      await new ListMeetingAttendanceHandler(reader).execute(
        new ListMeetingAttendance(ppt, unitId, { page: 1, size: 2 }, asker(leader)),
      ),
    );
    expect(items).toEqual([
      { meetingId: meetingOf('2026-11-11'), on: '2026-11-11', how: 'absent' },
      { meetingId: meetingOf('2026-10-14'), on: '2026-10-14', how: 'absent' },
    ]);
    expect(total).toBe(3);
  });

  test('of a service that the reader does not lead is answered as not found', async () => {
    expect((await year()).map(({ serviceId }) => serviceId)).toEqual([ppt]);
    const answers = [
      await new ListUnitAttendanceHandler(reader, contexts.directory).execute(
        new ListUnitAttendance(nurses, filters, asker(leader)),
      ),
      await new ListMeetingAttendanceHandler(reader).execute(
        new ListMeetingAttendance(nurses, unitId, filters, asker(leader)),
      ),
    ];
    expect(answers.every(isRefused)).toBe(true);
  });
});
