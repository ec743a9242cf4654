import { z } from 'zod';
import { eventType, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change is a new schema version with an upcaster and a frozen fixture.

/** What news is about, the same for as long as it is about it: `meeting/<id>`, or `plan/2026` for a school year's plan. */
export const NewsId = z
  .string()
  .regex(/^(meeting\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|plan\/\d{4})$/)
  .brand('NewsId');
export type NewsId = z.infer<typeof NewsId>;

/** One piece of news as it stood when it was read: with all that had happened up to that event, and nothing after it. */
export const ReadNews = z.object({ newsId: NewsId, upTo: z.uuid() });
export type ReadNews = z.infer<typeof ReadNews>;

/** A person confirmed that they know. Whose it is stands in the stream's name. */
export const NewsSeen = eventType('news.NewsSeen', 1, z.object({ items: z.array(ReadNews).min(1) }));

export const newsEvents = { NewsSeen };
export type NewsEvent = EventOf<typeof newsEvents>;
