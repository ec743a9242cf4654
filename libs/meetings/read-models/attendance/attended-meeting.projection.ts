import { readModel, type Fold } from '#platform/projections';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import { servicesAt } from '../../contract/attendance.js';
import { AttendedMeetingRow } from './attended-meeting.entity.js';

type WithProtocol = Extract<MeetingEvent, { type: 'meetings.ProtocolFiled' | 'meetings.ProtocolCorrected' }>;

const byProtocol: Fold<WithProtocol, AttendedMeetingRow> = {
  rows: ({ data }) => [data.meetingId],
  fold: (_, { data: { meetingId, unitIds, protocol }, tenant }) => ({
    meetingId,
    tenant,
    unitIds,
    heldOn: protocol.heldOn,
    services: servicesAt(protocol.participants),
  }),
};

/** Attendance of services by the latest version of the protocol: drafts never count (workflow § 3.6). */
export const attendedMeeting = readModel<AttendedMeetingRow, MeetingEvent>({
  name: 'attended-meeting',
  version: 1,
  entity: AttendedMeetingRow,
  on: {
    'meetings.ProtocolFiled': byProtocol,
    'meetings.ProtocolCorrected': byProtocol,
    'meetings.MeetingPlanned': 'ignored',
    'meetings.MeetingMoved': 'ignored',
    'meetings.NoticeGiven': 'ignored',
    'meetings.MeetingPostponed': 'ignored',
    'meetings.MeetingCancelled': 'ignored',
    'meetings.MeetingHeld': 'ignored',
    'meetings.MeetingHeldRetracted': 'ignored',
    'meetings.ProtocolDeclaredLost': 'ignored',
  },
});
