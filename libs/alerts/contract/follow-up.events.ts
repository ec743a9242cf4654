import { z } from 'zod';
import { CalendarDate, eventType, Month, PersonId, UnitId, type EventOf } from '#platform/kernel';
import { AlertKind } from './alert.js';

// These shapes are the storage contract: a change is a new schema version with an upcaster and a frozen fixture.

/** What a reminder or a call is about: one kind of alert, one month, both; neither: all that stands with the unit. */
export const Cause = z.object({ kind: AlertKind.nullable(), month: Month.nullable() });
export type Cause = z.infer<typeof Cause>;

/** The coordinator's own words beside it; they name no child. */
export const FollowUpNote = z.string().trim().min(1).max(300);

/** The coordinator reminded those who lead the unit. It stands on their start page until its cause is gone. */
export const UnitReminded = eventType(
  'alerts.UnitReminded',
  1,
  z.object({
    unitId: UnitId,
    about: Cause,
    on: CalendarDate,
    /** Who led the unit that day: whom it went to, and whom mail is for. */
    toIds: z.array(PersonId).min(1),
    note: FollowUpNote.nullable(),
  }),
);
/** The coordinator spoke with the unit by telephone, or tried to. */
export const CallNoted = eventType(
  'alerts.CallNoted',
  1,
  z.object({
    unitId: UnitId,
    about: Cause,
    on: CalendarDate,
    /** Who answered, where that is said. */
    withId: PersonId.nullable(),
    note: FollowUpNote,
  }),
);

export const followUpEvents = { UnitReminded, CallNoted };
export type FollowUpEvent = EventOf<typeof followUpEvents>;
