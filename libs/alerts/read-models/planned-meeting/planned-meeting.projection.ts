import type { CalendarDate, DomainEvent, Recorded } from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { MeetingEvent } from '#meetings/contract';
import { PlannedMeetingRow } from './planned-meeting.entity.js';

/** Meetings reported neither as held nor as cancelled. */
export const plannedMeeting = readModel<PlannedMeetingRow, MeetingEvent>({
  name: 'planned-meeting',
  version: 1,
  entity: PlannedMeetingRow,
  on: {
    'meetings.MeetingPlanned': stands(({ data }) => ({ unitIds: data.unitIds, plannedOn: data.on })),
    'meetings.MeetingMoved': stands(({ data }) => ({ unitIds: data.unitIds, plannedOn: data.to.on })),
    'meetings.MeetingPostponed': stands(({ data }) => ({ unitIds: data.unitIds, plannedOn: data.to.on })),
    'meetings.NoticeGiven': 'ignored',
    'meetings.MeetingCancelled': gone(),
    'meetings.MeetingHeld': gone(),
    'meetings.MeetingHeldRetracted': stands(({ data }) => ({ unitIds: data.unitIds, plannedOn: data.standsOn })),
    'meetings.ProtocolDeclaredLost': 'ignored',
    'meetings.ProtocolFiled': gone(),
    'meetings.ProtocolCorrected': 'ignored',
  },
});

function stands<E extends DomainEvent>(
  where: (event: Recorded<E>) => { unitIds: readonly string[]; plannedOn: CalendarDate },
): Fold<E, PlannedMeetingRow> {
  return {
    rows: (event) => [streamId(event)],
    fold: (_, event, meetingId) => ({ meetingId, tenant: event.tenant, ...where(event) }),
  };
}
function gone<E extends DomainEvent>(): Fold<E, PlannedMeetingRow> {
  return { rows: (event) => [streamId(event)], fold: () => undefined };
}
