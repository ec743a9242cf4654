import { readModel, type Fold } from '#platform/projections';
import type { MeetingEvent, Protocol } from '#meetings/contract';
import { ActionMeetingRow } from './action-meeting.entity.js';

type WithProtocol = Extract<MeetingEvent, { type: 'meetings.ProtocolFiled' | 'meetings.ProtocolCorrected' }>;

const byProtocol: Fold<WithProtocol, ActionMeetingRow> = {
  rows: ({ data }) => [data.meetingId],
  fold: (_, { data, tenant }) => ({
    meetingId: data.meetingId,
    tenant,
    participantIds: participantIds(data.protocol),
  }),
};

/** Participants of meetings with a protocol, by its latest version; before filing there are no actions. */
export const actionMeeting = readModel<ActionMeetingRow, MeetingEvent>({
  name: 'action-meeting',
  version: 1,
  entity: ActionMeetingRow,
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

const participantIds = ({ participants }: Protocol): string[] => [
  ...new Set(participants.flatMap(({ personId, deputyId }) => [personId, ...(deputyId ? [deputyId] : [])])),
];
