import { z } from 'zod';
import { CalendarDate, eventType, Month, PersonId, UnitId, type EventOf } from '#platform/kernel';
import { AlertKind } from './alert.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Subject of a reminder or a call: a kind of alert, a month, or both; both null means all of the unit's alerts. */
export const ReminderCause = z.object({ kind: AlertKind.nullable(), month: Month.nullable() });
export type ReminderCause = z.infer<typeof ReminderCause>;

/** The coordinator's own note; it must not identify a child. */
const FollowUpNote = z.string().trim().min(1).max(300);

/** The coordinator reminded the unit's leaders. Shown on their start page until its cause is resolved. */
export const UnitReminded = eventType(
  'alerts.UnitReminded',
  1,
  z.object({
    unitId: UnitId,
    about: ReminderCause,
    on: CalendarDate,
    /** The unit's leaders that day, who receive the reminder and any mail. */
    toIds: z.array(PersonId).min(1),
    note: FollowUpNote.nullable(),
  }),
);
/** The coordinator called the unit by telephone, or tried to. */
export const CallNoted = eventType(
  'alerts.CallNoted',
  1,
  z.object({
    unitId: UnitId,
    about: ReminderCause,
    on: CalendarDate,
    /** The person who answered; null when not given. */
    withId: PersonId.nullable(),
    note: FollowUpNote,
  }),
);

export const followUpEvents = { UnitReminded, CallNoted };
export type FollowUpEvent = EventOf<typeof followUpEvents>;
