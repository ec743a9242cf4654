import { expect, test } from '@jest/globals';
import type { DomainEvent, Month, Recorded, SchoolYear, UnitId } from '#platform/kernel';
import type { Policy } from '#platform/policies';
import { SchoolYearPlanned } from '../contract/school-year.events.js';
import { day, meetingId, otherUnitId, time, unitId } from '../domain/meeting/meeting.examples.js';
import { beginMeetingsWhenSchoolYearPlanned } from './begin-meetings-when-school-year-planned.policy.js';

const planned = (jointUnitIds: UnitId[]) =>
  SchoolYearPlanned({
    unitId,
    schoolYear: 2026 as SchoolYear,
    rule: { nth: 3, weekday: 3, startsAt: time('12:30') },
    place: 'møterommet',
    jointUnitIds,
    meetings: [{ meetingId, month: '2026-11' as Month, on: day('2026-11-18'), startsAt: time('12:30') }],
  });
const reactions = (event: DomainEvent) =>
  (beginMeetingsWhenSchoolYearPlanned as Policy).when[event.type]!.react(event as Recorded);

test('a meeting is begun for each planned month, on the decided day and hour', () => {
  expect(reactions(planned([]))).toMatchObject([
    {
      to: 'meeting',
      id: meetingId,
      command: {
        type: 'PlanMeeting',
        meetingId,
        kind: 'ordinary',
        unitIds: [unitId],
        schoolYear: 2026,
        on: '2026-11-18',
        startsAt: '12:30',
        place: 'møterommet',
        force: true,
      },
    },
  ]);
});

test('the unit’s guests are included in its meetings, which are joint ones', () => {
  expect(reactions(planned([otherUnitId]))).toMatchObject([
    { to: 'meeting', command: { kind: 'joint', unitIds: [unitId, otherUnitId] } },
    {
      to: 'schoolyear',
      id: `${otherUnitId}.2026`,
      command: { type: 'BookHour', unitId: otherUnitId, meetingId, on: '2026-11-18', startsAt: '12:30', lease: null },
    },
  ]);
});
