import { readModel, streamId } from '#platform/projections';
import type { MeetingEvent } from '#meetings/contract';
import { WatchedMeetingRow } from './watched-meeting.entity.js';

/** Held meetings: they decide whether a month is held, and their protocols may be late. */
export const watchedMeeting = readModel<WatchedMeetingRow, MeetingEvent>({
  name: 'watched-meeting',
  version: 2,
  entity: WatchedMeetingRow,
  on: {
    'meetings.MeetingPlanned': 'ignored',
    'meetings.MeetingMoved': 'ignored',
    'meetings.NoticeGiven': 'ignored',
    'meetings.MeetingPostponed': 'ignored',
    'meetings.MeetingCancelled': { rows: (event) => [streamId(event)], fold: () => undefined },
    'meetings.MeetingHeld': {
      rows: (event) => [streamId(event)],
      fold: (row, event) => ({
        meetingId: streamId(event),
        tenant: event.tenant,
        unitIds: event.data.unitIds,
        heldOn: event.data.heldOn,
        filedOn: row?.filedOn ?? null,
        isLost: false,
      }),
    },
    'meetings.MeetingHeldRetracted': { rows: (event) => [streamId(event)], fold: () => undefined },
    'meetings.ProtocolDeclaredLost': {
      rows: (event) => [streamId(event)],
      fold: (row) => row && { ...row, isLost: true },
    },
    'meetings.ProtocolFiled': {
      rows: (event) => [streamId(event)],
      fold: (_, event) => ({
        meetingId: streamId(event),
        tenant: event.tenant,
        unitIds: event.data.unitIds,
        heldOn: event.data.protocol.heldOn,
        filedOn: event.data.filedOn,
        isLost: false,
      }),
    },
    'meetings.ProtocolCorrected': {
      rows: (event) => [streamId(event)],
      fold: (row, { data }) => row && { ...row, unitIds: data.unitIds, heldOn: data.protocol.heldOn },
    },
  },
});
