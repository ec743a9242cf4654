import type { DomainEvent, Recorded } from '#platform/kernel';
import { change, readModel, streamId } from '#platform/projections';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import type { Participant } from '../../contract/protocol.js';
import { MeetingRow } from './meeting-register.entity.js';

/** One row per meeting, from planned to corrected. */
export const meetingRegister = readModel<MeetingRow, MeetingEvent>({
  name: 'meeting-register',
  version: 1,
  entity: MeetingRow,
  on: {
    'meetings.MeetingPlanned': {
      rows: (event) => [streamId(event)],
      fold: (_, { data: { on, ...data }, tenant, revision }) => ({
        ...data,
        tenant,
        day: on,
        state: 'planned',
        agenda: null,
        calledIds: [],
        participants: [],
        participantIds: [],
        filedOn: null,
        filedBy: null,
        version: 0,
        revision: Number(revision),
      }),
    },
    'meetings.MeetingMoved': own((row, { to, place, reason }) => ({
      day: to.on,
      startsAt: to.startsAt,
      place,
      reason: reason ?? row.reason,
    })),
    'meetings.NoticeGiven': own((_, { to, agenda }) => ({
      state: 'called',
      agenda,
      calledIds: to,
      participantIds: to,
    })),
    'meetings.MeetingPostponed': own((_, { to, reason }) => ({
      state: 'postponed',
      day: to.on,
      startsAt: to.startsAt,
      reason,
    })),
    'meetings.MeetingCancelled': own((_, { reason }) => ({ state: 'cancelled', reason })),
    'meetings.MeetingHeld': own((_, { heldOn }) => ({ state: 'held', day: heldOn })),
    'meetings.MeetingHeldRetracted': own((_, { standsOn, state, reason }) => ({ state, day: standsOn, reason })),
    'meetings.ProtocolDeclaredLost': own((_, { reason }) => ({ state: 'lost', reason })),
    'meetings.ProtocolFiled': own((row, { protocol, filedOn, filedBy }) => ({
      state: 'filed',
      day: protocol.heldOn,
      startsAt: protocol.startedAt,
      place: protocol.place ?? row.place,
      participants: protocol.participants,
      participantIds: idsOf(row, protocol.participants),
      filedOn,
      filedBy,
      version: 1,
    })),
    'meetings.ProtocolCorrected': own((row, { protocol, version }) => ({
      day: protocol.heldOn,
      startsAt: protocol.startedAt,
      place: protocol.place ?? row.place,
      participants: protocol.participants,
      participantIds: idsOf(row, protocol.participants),
      version,
    })),
  },
});

function own<E extends DomainEvent>(changed: (row: MeetingRow, data: E['data']) => Partial<MeetingRow>) {
  return change<E, MeetingRow>(
    (event) => streamId(event),
    (row, event: Recorded<E>) => ({ ...row, ...changed(row, event.data), revision: Number(event.revision) }),
  );
}

const idsOf = ({ calledIds }: MeetingRow, participants: readonly Participant[]): readonly string[] => [
  ...new Set([
    ...calledIds,
    ...participants.flatMap(({ personId, deputyId }) => (deputyId === null ? [personId] : [personId, deputyId])),
  ]),
];
