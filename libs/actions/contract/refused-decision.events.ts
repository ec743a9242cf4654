import { z } from 'zod';
import { ActionId, CalendarDate, eventType, MeetingId, PersonId, UnitId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Kind of statement in a protocol that its action refused. */
export const RefusedDecisionKind = z.enum([
  'agreed',
  'on-track',
  'completed',
  'carried-on',
  'changed',
  'abandoned',
  /** A correction of the protocol changed it. */
  'corrected',
  /** A correction of the protocol dropped the action. */
  'taken-out',
  /** A correction of the protocol dropped the decision about it. */
  'withdrawn',
]);
export type RefusedDecisionKind = z.infer<typeof RefusedDecisionKind>;

/** An action refused a statement in a filed protocol: protocol and action differ until one of them is changed. */
export const DecisionRefused = eventType(
  'actions.DecisionRefused',
  1,
  z.object({
    refusalId: z.uuid(),
    actionId: ActionId,
    meetingId: MeetingId,
    unitIds: z.array(UnitId).min(1).max(100),
    heldOn: CalendarDate,
    kind: RefusedDecisionKind,
    /** Names of the broken rules. */
    rules: z.array(z.string().min(1).max(100)).min(1).max(50),
  }),
);
/** The coordinator has seen the difference and accepts it. */
export const RefusedDecisionSeen = eventType(
  'actions.RefusedDecisionSeen',
  1,
  z.object({
    refusalId: z.uuid(),
    actionId: ActionId,
    by: PersonId,
    on: CalendarDate,
    reason: z.string().trim().min(1).max(500),
  }),
);

export const refusedDecisionEvents = { DecisionRefused, RefusedDecisionSeen };
export type RefusedDecisionEvent = EventOf<typeof refusedDecisionEvents>;
