import { z } from 'zod';
import { eventType, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Stable id of a news item by subject: `meeting/<id>`, or `plan/2026` for a school year's plan. */
export const NewsId = z
  .string()
  .regex(/^(meeting\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|plan\/\d{4})$/)
  .brand('NewsId');
export type NewsId = z.infer<typeof NewsId>;

/** A news item as it was when read: with everything up to that event, and nothing after it. */
export const ReadNews = z.object({ newsId: NewsId, upTo: z.uuid() });
export type ReadNews = z.infer<typeof ReadNews>;

/** A person confirmed news. The stream name identifies the person. */
export const NewsSeen = eventType('news.NewsSeen', 1, z.object({ items: z.array(ReadNews).min(1) }));

export const newsEvents = { NewsSeen };
export type NewsEvent = EventOf<typeof newsEvents>;
