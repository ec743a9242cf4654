import { z } from 'zod';
import { eventType, MeetingId, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

export const InvitationAnswer = z.enum(['accepted', 'declined', 'tentative']);
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

/** A calendar program answered an invitation by mail (iTIP REPLY). The comment of the answer is not kept. */
export const InvitationAnswered = eventType(
  'calendar.InvitationAnswered',
  1,
  z.object({
    meetingId: MeetingId,
    personId: PersonId,
    answer: InvitationAnswer,
    /** The invitation's SEQUENCE: an answer to an older time says nothing about a later one. */
    sequence: z.int().min(0).max(100_000),
  }),
);

export const answersEvents = { InvitationAnswered };
export type AnswersEvent = EventOf<typeof answersEvents>;
