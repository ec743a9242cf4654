import type { MeetingFact } from './facts.js';
import { filingDeadline, heldMeetings } from './held-meetings.js';
import type { Case, LeftOut } from './indicator.js';
import { isWithin } from './period.js';

const meetingCase = ({ meetingId, on, unitIds }: MeetingFact): Case => ({
  subject: { kind: 'meeting', id: meetingId },
  on,
  unitIds,
  counts: false,
});

/** Meetings of the period whose day has not come. */
export const MEETINGS_TO_COME: LeftOut = {
  key: 'to-come',
  name: {
    nb: 'møter som ikke har vært ennå',
    nn: 'møte som ikkje har vore enno',
    en: 'meetings whose day has not come',
  },
  cases: (facts, period) =>
    facts.meetings.filter(({ on }) => isWithin(period, on) && on > facts.today).map(meetingCase),
};

/** Held meetings whose deadline for the protocol has not passed. */
export const NOT_YET_DUE: LeftOut = {
  key: 'not-yet-due',
  name: {
    nb: 'holdte møter der fristen ikke er ute',
    nn: 'haldne møte der fristen ikkje er ute',
    en: 'held meetings whose deadline has not passed',
  },
  cases: (facts, period) =>
    heldMeetings(facts, period)
      .filter((meeting) => filingDeadline(facts, meeting) >= facts.today)
      .map(meetingCase),
};

/** Those of them that wait for their protocol. */
export const WAITING_FOR_PROTOCOL: LeftOut = {
  key: 'waiting',
  name: {
    nb: 'holdte møter som venter på protokollen innen fristen',
    nn: 'haldne møte som ventar på protokollen innan fristen',
    en: 'held meetings that wait for their protocol within the deadline',
  },
  cases: (facts, period) =>
    heldMeetings(facts, period)
      .filter((meeting) => meeting.protocol === null && filingDeadline(facts, meeting) >= facts.today)
      .map(meetingCase),
};

/** Meetings whose protocol was declared lost, after the deadline. */
export const LOST_PROTOCOLS: LeftOut = {
  key: 'lost',
  name: {
    nb: 'møter der protokollen er meldt tapt',
    nn: 'møte der protokollen er meld tapt',
    en: 'meetings whose protocol was declared lost',
  },
  cases: (facts, period) =>
    heldMeetings(facts, period)
      .filter((meeting) => meeting.state === 'lost' && filingDeadline(facts, meeting) < facts.today)
      .map(meetingCase),
};

export const WITHOUT_PROTOCOL: LeftOut = {
  key: 'without-protocol',
  name: {
    nb: 'holdte møter uten levert protokoll',
    nn: 'haldne møte utan levert protokoll',
    en: 'held meetings without a filed protocol',
  },
  cases: (facts, period) =>
    heldMeetings(facts, period)
      .filter(({ protocol }) => protocol === null)
      .map(meetingCase),
};
