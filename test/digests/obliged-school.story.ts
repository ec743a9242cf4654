import { PersonId, TimeOfDay } from '#platform/kernel';
import { FollowUpRecorded, HandoverAccepted, HandoverOffered } from '#actions/contract';
import { MeetingHeld, ProtocolFiled } from '#meetings/contract';
import { UnitObligationChanged } from '#registry/contract';
import {
  agreed,
  BEGIN,
  completed,
  day,
  happens,
  id,
  lars,
  meetingIdOf,
  ola,
  person,
  planned,
  ppt,
  role,
  school,
  schoolCalendarSet,
  type Happening,
} from './school-year.story.js';

// An autumn in which the school of the other story must meet in every month from September on. It is closed in the autumn
// holiday, week 41, and on Friday 30 October.

const anna = PersonId.parse(id('anna'));

/** The changes of the municipality before its first round. */
export const OBLIGED: readonly Happening[] = [
  happens(BEGIN, `unit-${school}`, UnitObligationChanged({ obliged: true, reason: null, from: day('2026-09-01') })),
  schoolCalendarSet(
    { from: '2026-10-05', to: '2026-10-09', reason: 'Høstferie' },
    { from: '2026-10-30', to: '2026-10-30', reason: 'Planleggingsdag' },
  ),
  person(anna, 'Anna Prøve'),
  role(anna, 'service-member', { serviceId: ppt }),
];

const held = (at: string, name: string) => {
  const on = day(at.split(' ')[0]!);
  return happens(
    at,
    `meeting-${meetingIdOf(name)}`,
    MeetingHeld({ unitIds: [school], heldOn: on, insteadOf: on }),
    lars,
  );
};
/** A protocol by which the service was invited to the meeting and nobody of it came. */
const filedWithoutService = (at: string, name: string, heldOn: string) =>
  happens(
    at,
    `meeting-${meetingIdOf(name)}`,
    ProtocolFiled({
      ...{ meetingId: meetingIdOf(name), unitIds: [school], filedOn: day(at.split(' ')[0]!), filedBy: lars },
      protocol: {
        ...{ heldOn: day(heldOn), startedAt: TimeOfDay.parse('12:30'), endedAt: TimeOfDay.parse('14:00') },
        ...{ place: null, digital: false, chairId: lars, minuteTakerId: lars, nextMeetingOn: null },
        ...{ matters: [], actions: [], earlierActions: [] },
        participants: [
          {
            ...{ personId: ola, role: 'service-member', unitId: null, serviceId: ppt },
            ...{ attendance: 'absent', deputyId: null },
          },
        ],
      },
    }),
    lars,
  );

/** The autumn, in the order in which it happened. */
export const AUTUMN: readonly Happening[] = [
  planned('September', '2026-09-08', '2026-08-30 10.00'),
  planned('November', '2026-11-03', '2026-08-30 10.00'),
  agreed('not followed up', '2026-09-08', '2027-06-01', { owner: ola, service: ppt, followUpOn: '2026-09-25' }),
  agreed('late', '2026-09-08', '2026-10-02'),
  agreed('handed over', '2026-09-08', '2027-06-01'),
  held('2026-09-08 14.00', 'September'),
  filedWithoutService('2026-09-24 12.00', 'September', '2026-09-08'),
  happens(
    '2026-09-30 12.00',
    `action-${id('handed over')}`,
    HandoverOffered({ from: ola, to: anna, toServiceId: ppt, on: day('2026-09-30'), reason: null }),
    ola,
  ),
  happens(
    '2026-10-19 12.00',
    `action-${id('not followed up')}`,
    FollowUpRecorded({
      ...{ on: day('2026-10-19'), outcome: 'on-track', note: null },
      ...{ nextFollowUpOn: day('2027-05-03'), meetingId: null },
    }),
    ola,
  ),
  happens(
    '2026-10-22 12.00',
    `action-${id('handed over')}`,
    HandoverAccepted({ from: ola, to: anna, toServiceId: ppt, on: day('2026-10-22') }),
    anna,
  ),
  completed('2026-11-02 12.00', 'late'),
  held('2026-11-03 14.00', 'November'),
  filedWithoutService('2026-11-03 15.00', 'November', '2026-11-03'),
].toSorted((a, b) => a.at.getTime() - b.at.getTime());
