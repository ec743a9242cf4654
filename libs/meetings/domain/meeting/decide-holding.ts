import { holdsNationalNumber, refuse, schoolYearOf, type Refused } from '#platform/kernel';
import {
  MeetingHeld,
  MeetingHeldRetracted,
  ProtocolDeclaredLost,
  type MeetingEvent,
} from '../../contract/meeting.events.js';
import type { DeclareProtocolLost, HoldMeeting, RetractHeld } from './meeting.commands.js';
import type { Cancelled, Coming, Filed, Held } from './meeting.state.js';

export type HeldRule =
  | 'MEETING_IN_FUTURE'
  | 'DAY_OUTSIDE_SCHOOL_YEAR'
  | 'MEETING_NOT_HELD'
  | 'MEETING_CANCELLED'
  | 'PROTOCOL_ALREADY_FILED'
  | 'PROTOCOL_ALREADY_LOST'
  | 'NATIONAL_NUMBER_IN_TEXT';
type Answer = readonly MeetingEvent[] | Refused<HeldRule>;

/** May be repeated with another day until the protocol is filed. */
export function holdMeeting({ heldOn, today }: HoldMeeting, meeting: Coming | Held): Answer {
  if (meeting.status === 'held' && meeting.on === heldOn) return [];
  if (heldOn > today) return refuse('MEETING_IN_FUTURE', 'heldOn');
  if (schoolYearOf(heldOn) !== meeting.schoolYear) return refuse('DAY_OUTSIDE_SCHOOL_YEAR', 'heldOn');
  return [MeetingHeld({ unitIds: [...meeting.unitIds], heldOn, insteadOf: meeting.on })];
}

/** Withdraws the report that it was held. A filed protocol confirms the meeting and must be corrected instead. */
export function retractHeld({ reason }: RetractHeld, meeting: Coming | Cancelled | Held | Filed): Answer {
  if (meeting.status !== 'held') return whyNotHeld(meeting);
  if (holdsNationalNumber(reason)) return refuse('NATIONAL_NUMBER_IN_TEXT', 'reason');
  const { unitIds, on: heldOn, before } = meeting;
  const { on: standsOn, status: state } = before;
  return [MeetingHeldRetracted({ unitIds: [...unitIds], heldOn, standsOn, state, reason })];
}

export function declareProtocolLost(
  { reason, by, today }: DeclareProtocolLost,
  meeting: Coming | Cancelled | Held | Filed,
): Answer {
  if (meeting.status !== 'held') return whyNotHeld(meeting);
  if (meeting.isLost) return refuse('PROTOCOL_ALREADY_LOST');
  if (holdsNationalNumber(reason)) return refuse('NATIONAL_NUMBER_IN_TEXT', 'reason');
  const { meetingId, unitIds, on: heldOn } = meeting;
  return [
    ProtocolDeclaredLost({ meetingId, unitIds: [...unitIds], heldOn, declaredOn: today, declaredBy: by, reason }),
  ];
}

const whyNotHeld = ({ status }: Coming | Cancelled | Filed): Refused<HeldRule> => {
  if (status === 'filed') return refuse('PROTOCOL_ALREADY_FILED');
  return refuse(status === 'cancelled' ? 'MEETING_CANCELLED' : 'MEETING_NOT_HELD');
};
