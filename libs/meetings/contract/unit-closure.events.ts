import { z } from 'zod';
import { CalendarDate, eventType, MeetingId, UnitId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** The meetings context recorded the last open day of a unit. */
export const UnitClosureFollowed = eventType(
  'meetings.UnitClosureFollowed',
  1,
  z.object({ unitId: UnitId, lastDay: CalendarDate, reason: z.string().max(500) }),
);
/** The closure was withdrawn, or the unit reopens: no further meeting is cancelled for it. */
export const UnitClosureLifted = eventType('meetings.UnitClosureLifted', 1, z.object({ unitId: UnitId }));
/** Planned meetings of a unit that its closure prevents; a policy cancels each. */
export const ClosedUnitsMeetingsListed = eventType(
  'meetings.ClosedUnitsMeetingsListed',
  1,
  z.object({
    unitId: UnitId,
    lastDay: CalendarDate,
    /** Reason given for each cancelled meeting. */
    reason: z.string().min(1).max(500),
    meetings: z.array(z.object({ meetingId: MeetingId, on: CalendarDate })).min(1),
  }),
);

export const unitClosureEvents = { UnitClosureFollowed, UnitClosureLifted, ClosedUnitsMeetingsListed };
export type UnitClosureEvent = EventOf<typeof unitClosureEvents>;
