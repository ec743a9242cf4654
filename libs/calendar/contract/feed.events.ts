import { z } from 'zod';
import { CalendarDate, eventType, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** A person opened a calendar feed: its address holds this id, signed, and no secret is stored. */
export const FeedOpened = eventType('calendar.FeedOpened', 1, z.object({ feedId: z.uuid(), on: CalendarDate }));
/** The person revoked the feed: its address answers no longer. */
export const FeedRevoked = eventType('calendar.FeedRevoked', 1, z.object({ feedId: z.uuid(), on: CalendarDate }));

export const feedEvents = { FeedOpened, FeedRevoked };
export type FeedEvent = EventOf<typeof feedEvents>;
