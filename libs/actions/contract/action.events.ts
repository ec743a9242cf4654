import { z } from 'zod';
import {
  ActionId,
  atMost,
  CalendarDate,
  eventType,
  MeetingId,
  PersonId,
  ServiceId,
  UnitId,
  type EventOf,
} from '#platform/kernel';
import { AbandonReason, ActionContent } from './content/index.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

const Note = z.string().trim().max(500).nullable();
const Reason = z.string().trim().min(1).max(500);

/** A protocol ended in this action (R2–R4), with one owner, a due date and a follow-up. */
export const ActionAgreed = eventType(
  'actions.ActionAgreed',
  1,
  ActionContent.extend({
    actionId: ActionId,
    meetingId: MeetingId,
    unitIds: z.array(UnitId).min(1),
    agreedOn: CalendarDate,
  }),
);
export const ActionAccepted = eventType('actions.ActionAccepted', 1, z.object({ by: PersonId }));
/**
 * The responsible person declined an action that the meeting agreed. They keep it until somebody else has accepted it
 * or it is abandoned.
 */
export const ActionDeclined = eventType(
  'actions.ActionDeclined',
  1,
  z.object({ by: PersonId, on: CalendarDate, reason: Reason }),
);
export const ActionStarted = eventType('actions.ActionStarted', 1, z.object({ startedOn: CalendarDate }));
export const ProgressNoted = eventType('actions.ProgressNoted', 1, z.object({ on: CalendarDate, note: Reason }));

/** An owner's answer from a mail: work is under way, or they ask those who may move the due date for more time. */
export const OwnerAnswer = z.enum(['under-way', 'more-time']);
export type OwnerAnswer = z.infer<typeof OwnerAnswer>;
/** The owner answered by the one-time link in a mail, without signing in. It changes neither progress nor due date. */
export const OwnerAnswered = eventType(
  'actions.OwnerAnswered',
  1,
  z.object({
    by: PersonId,
    on: CalendarDate,
    answer: OwnerAnswer,
    /** The day on which the mail's step was told: the same person answers each telling once. */
    toldOn: CalendarDate,
  }),
);

export const FollowUpOutcome = z.enum(['on-track', 'needs-change', 'done']);
export type FollowUpOutcome = z.infer<typeof FollowUpOutcome>;
/** The action was followed up (R4), with a new follow-up day when it continues. */
export const FollowUpRecorded = eventType(
  'actions.FollowUpRecorded',
  1,
  z.object({
    on: CalendarDate,
    outcome: FollowUpOutcome,
    note: Note,
    nextFollowUpOn: CalendarDate.nullable(),
    /** The meeting that followed it up; null when it was a person. */
    meetingId: MeetingId.nullable(),
  }),
);
export const ActionCompleted = eventType(
  'actions.ActionCompleted',
  1,
  z.object({ completedOn: CalendarDate, note: Note }),
);
export const Effect = z.enum(['worked', 'partly', 'did-not', 'cannot-be-judged']);
export type Effect = z.infer<typeof Effect>;
/** The end of a completed action: avsluttet (workflow § 3.4). After several judgements the last one is valid. */
export const EffectJudged = eventType(
  'actions.EffectJudged',
  1,
  z.object({ on: CalendarDate, effect: Effect, note: Note }),
);
/** Carried on (videreført) with a new due date; the number of times is counted. */
export const ActionCarriedOn = eventType(
  'actions.ActionCarriedOn',
  1,
  z.object({
    from: CalendarDate,
    dueOn: CalendarDate,
    followUpOn: CalendarDate,
    reason: Reason,
    on: CalendarDate,
    meetingId: MeetingId.nullable(),
  }),
);
/** New content with the reason. `content` is complete; the owner stays the same (a change of owner is a handover). */
export const ActionChanged = eventType(
  'actions.ActionChanged',
  1,
  z.object({ content: ActionContent, reason: Reason, on: CalendarDate, meetingId: MeetingId.nullable() }),
);
/** The action was corrected with its protocol, whatever has happened to it since. `content` is complete. */
export const ActionCorrected = eventType(
  'actions.ActionCorrected',
  1,
  z.object({
    content: ActionContent,
    reason: Reason,
    on: CalendarDate,
    meetingId: MeetingId,
    /** The version of the protocol with the correction. */
    version: atMost(z.int().min(2), 10_000),
  }),
);
/** Offered to another person; the old owner keeps it until the new one accepts (stafettholder). */
export const HandoverOffered = eventType(
  'actions.HandoverOffered',
  1,
  z.object({ from: PersonId, to: PersonId, toServiceId: ServiceId.nullable(), on: CalendarDate, reason: Note }),
);
export const HandoverAccepted = eventType(
  'actions.HandoverAccepted',
  1,
  z.object({ from: PersonId, to: PersonId, toServiceId: ServiceId.nullable(), on: CalendarDate }),
);
export const HandoverDeclined = eventType(
  'actions.HandoverDeclined',
  1,
  z.object({ to: PersonId, on: CalendarDate, reason: Note }),
);
export const ActionAbandoned = eventType(
  'actions.ActionAbandoned',
  1,
  z.object({ reason: AbandonReason, note: Note, on: CalendarDate }),
);

export const actionEvents = {
  ActionAgreed,
  ActionAccepted,
  ActionDeclined,
  ActionStarted,
  ProgressNoted,
  OwnerAnswered,
  FollowUpRecorded,
  ActionCompleted,
  EffectJudged,
  ActionCarriedOn,
  ActionChanged,
  ActionCorrected,
  HandoverOffered,
  HandoverAccepted,
  HandoverDeclined,
  ActionAbandoned,
};
export type ActionEvent = EventOf<typeof actionEvents>;
