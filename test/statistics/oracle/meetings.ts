import type { Protocol } from '#meetings/contract';
import { happened, type Day, type Event } from './events.js';

export interface Meeting {
  id: string;
  units: readonly string[];
  on: Day;
  isHeld: boolean;
  isLost: boolean;
  isCancelled: boolean;
  wasPostponed: boolean;
  /** For which day it was planned, since when. */
  plans: { since: Day; on: Day | null }[];
  filedOn: Day | null;
  versions: Protocol[];
}
/** A meeting after the events of its stream. */
export function meetingOf(events: readonly Event[]): Meeting {
  const meeting: Meeting = {
    id: '',
    units: [],
    on: '',
    isHeld: false,
    isLost: false,
    isCancelled: false,
    wasPostponed: false,
    plans: [],
    filedOn: null,
    versions: [],
  };
  for (const event of events) {
    switch (event.type) {
      case 'meetings.MeetingPlanned':
        meeting.id = event.data.meetingId;
        meeting.units = event.data.unitIds;
        meeting.on = event.data.on;
        meeting.plans.push({ since: happened(event), on: meeting.on });
        break;
      case 'meetings.MeetingMoved':
      case 'meetings.MeetingPostponed':
        meeting.on = event.data.to.on;
        meeting.plans.push({ since: happened(event), on: meeting.on });
        if (event.type === 'meetings.MeetingPostponed') meeting.wasPostponed = true;
        break;
      case 'meetings.MeetingCancelled':
        meeting.isCancelled = true;
        meeting.plans.push({ since: happened(event), on: null });
        break;
      case 'meetings.MeetingHeld':
        Object.assign(meeting, { isHeld: true, isLost: false, on: event.data.heldOn });
        break;
      case 'meetings.MeetingHeldRetracted':
        Object.assign(meeting, { isHeld: false, on: event.data.standsOn });
        break;
      case 'meetings.ProtocolDeclaredLost':
        meeting.isLost = true;
        break;
      case 'meetings.ProtocolFiled':
      case 'meetings.ProtocolCorrected':
        Object.assign(meeting, { isHeld: true, isLost: false, on: event.data.protocol.heldOn });
        meeting.versions.push(event.data.protocol);
        if (event.type === 'meetings.ProtocolFiled') meeting.filedOn = event.data.filedOn;
        break;
      default:
    }
  }
  return meeting;
}
