import { change, readModel, streamId } from '#platform/projections';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';
import { ProtocolRow } from './protocol-register.entity.js';

/** One row per filed protocol; `protocol-versions` has every complete version. */
export const protocolRegister = readModel<ProtocolRow, MeetingEvent>({
  name: 'protocol-register',
  version: 1,
  entity: ProtocolRow,
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
      rows: (event) => [streamId(event)],
      fold: (_, { data: { meetingId, unitIds, filedOn, filedBy, protocol }, tenant }) => ({
        meetingId,
        tenant,
        unitIds,
        filedOn,
        filedBy,
        version: 1,
        correctedOn: null,
        ...saidIn(protocol),
      }),
    },
    'meetings.ProtocolCorrected': change(
      (event) => streamId(event),
      (row, { data: { version, correctedOn, protocol } }) => ({ ...row, version, correctedOn, ...saidIn(protocol) }),
    ),
  },
});

const saidIn = ({ heldOn, matters, actions, earlierActions }: Protocol) => ({
  heldOn,
  headings: matters.map((it) => ({ topic: it.topic, heading: it.kind === 'system' ? it.heading : null })),
  matters: matters.length,
  actions: actions.length,
  earlierActions: earlierActions.length,
});
