import { readModel, streamId } from '#platform/projections';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import { ProtocolVersionRow } from './protocol-versions.entity.js';

/** Every version of every filed protocol (R6): a filed version stays readable after a correction. */
export const protocolVersions = readModel<ProtocolVersionRow, MeetingEvent>({
  name: 'protocol-versions',
  version: 1,
  entity: ProtocolVersionRow,
  on: {
    'meetings.MeetingPlanned': 'ignored',
    'meetings.MeetingMoved': 'ignored',
    'meetings.NoticeGiven': 'ignored',
    'meetings.MeetingPostponed': 'ignored',
    'meetings.MeetingCancelled': 'ignored',
    'meetings.MeetingHeld': 'ignored',
    'meetings.MeetingHeldRetracted': 'ignored',
    'meetings.ProtocolDeclaredLost': 'ignored',
    'meetings.ProtocolFiled': {
      rows: (event) => [`${streamId(event)}/1`],
      fold: (_, { data: { meetingId, filedOn, filedBy, protocol }, tenant }, key) => ({
        protocolVersion: key,
        meetingId,
        version: 1,
        tenant,
        reason: null,
        filedOn,
        filedBy,
        protocol,
      }),
    },
    'meetings.ProtocolCorrected': {
      rows: (event) => [`${streamId(event)}/${event.data.version}`],
      fold: (_, { data: { meetingId, version, reason, correctedOn, correctedBy, protocol }, tenant }, key) => ({
        protocolVersion: key,
        meetingId,
        version,
        tenant,
        reason,
        filedOn: correctedOn,
        filedBy: correctedBy,
        protocol,
      }),
    },
  },
});
