import ICAL from 'ical.js';
import { MeetingId } from '#platform/kernel';
import type { InvitationAnswer } from '../contract/index.js';

/** An answer to an invitation as a calendar program sends it. Written by a stranger: nothing in it is trusted. */
export interface Reply {
  readonly meetingId: MeetingId;
  /** In small letters. */
  readonly attendee: string;
  readonly answer: InvitationAnswer;
  readonly sequence: number;
}

const ANSWERS: ReadonlyMap<string, InvitationAnswer> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
]);
const UID = /^([\da-f-]{36})@samspill$/i;
const HIGHEST_SEQUENCE = 100_000;

/** The answer in a calendar file with METHOD:REPLY; undefined if it has none that Samspill can read. */
export function replyIn(file: string): Reply | undefined {
  try {
    const event = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent');
    const attendee = event?.getFirstProperty('attendee');
    if (!event || !attendee) return undefined;
    const meetingId = MeetingId.safeParse(UID.exec(textOf(event.getFirstPropertyValue('uid')))?.[1]).data;
    const answer = ANSWERS.get(textOf(attendee.getParameter('partstat')).toUpperCase());
    const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
    const isSequence = Number.isInteger(sequence) && sequence >= 0 && sequence <= HIGHEST_SEQUENCE;
    if (meetingId === undefined || answer === undefined || !isSequence) return undefined;
    const address = textOf(attendee.getFirstValue())
      .replace(/^mailto:/i, '')
      .toLowerCase();
    return { meetingId, attendee: address, answer, sequence };
  } catch {
    // Anything may stand in it.
    return undefined;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
