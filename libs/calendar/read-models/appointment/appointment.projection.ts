import type { Recorded } from '#platform/kernel';
import { change, readModel, streamId, type Fold } from '#platform/projections';
import type { MeetingEvent } from '#meetings/contract';
import type { AnswersEvent } from '../../contract/index.js';
import { answers } from '../../domain/answers/answers.decider.js';
import { AppointmentRow } from './appointment.entity.js';

/** Meetings with what calendars show of them; SEQUENCE counts changes of time, place and cancellation. */
export const appointments = readModel<AppointmentRow, MeetingEvent | AnswersEvent>({
  name: 'calendar-appointment',
  version: 2,
  entity: AppointmentRow,
  on: {
    'meetings.MeetingPlanned': {
      rows: (event) => [streamId(event)],
      fold: (_, { data: { kind, unitIds, on, startsAt, place }, tenant, metadata }, meetingId) => ({
        meetingId,
        tenant,
        kind,
        unitIds,
        on,
        startsAt,
        place,
        sequence: 0,
        isCancelled: false,
        isHeld: false,
        changedAt: metadata.occurredAt,
        calledIds: [],
        invited: {},
        answers: {},
      }),
    },
    'meetings.MeetingMoved': changed(({ data: { unitIds, to, place } }) => ({ unitIds, ...to, place })),
    'meetings.MeetingPostponed': changed(({ data: { unitIds, to } }) => ({ unitIds, ...to })),
    'meetings.MeetingCancelled': changed(() => ({ isCancelled: true })),
    'meetings.NoticeGiven': change(streamId, (row, { data: { to }, metadata }) => ({
      ...row,
      calledIds: to,
      invited: called(row, to, metadata.occurredAt),
    })),
    'meetings.MeetingHeld': change(streamId, (row) => ({ ...row, isHeld: true })),
    'meetings.MeetingHeldRetracted': change(streamId, (row) => ({ ...row, isHeld: false })),
    'meetings.ProtocolFiled': change(streamId, (row) => ({ ...row, isHeld: true })),
    'meetings.ProtocolCorrected': 'ignored',
    'meetings.ProtocolDeclaredLost': 'ignored',
    'calendar.InvitationAnswered': change(streamId, (row, event) => ({
      ...row,
      answers: answers.evolve({ byPerson: row.answers }, event).byPerson,
    })),
  },
});

function changed<E extends MeetingEvent>(
  how: (event: Recorded<E>) => Partial<AppointmentRow>,
): Fold<E, AppointmentRow> {
  return change<E, AppointmentRow>(streamId, (row, event) => ({
    ...row,
    ...how(event),
    sequence: row.sequence + 1,
    changedAt: event.metadata.occurredAt,
  }));
}

/** A person who is called again after having been left out of a notice is called anew. */
function called({ invited, sequence }: AppointmentRow, to: readonly string[], at: string): AppointmentRow['invited'] {
  const leftOut = Object.entries(invited).map(
    ([personId, it]) => [personId, it.isCalled ? { ...it, isCalled: false, at } : it] as const,
  );
  const now = to.map((personId) => {
    const known = invited[personId];
    const anew = { calls: (known?.calls ?? 0) + 1, since: sequence, isCalled: true, at };
    return [personId, known?.isCalled ? known : anew] as const;
  });
  return Object.fromEntries([...leftOut, ...now]);
}
