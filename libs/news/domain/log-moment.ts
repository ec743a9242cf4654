import { dayOf, type Recorded } from '#platform/kernel';
import type { NewsId, NewsItem } from '../contract/index.js';

/** A position in the log with its data. Positions are text, since JSON cannot represent large integers. */
export interface LogMoment {
  readonly eventId: string;
  readonly position: string;
  /** Time of the event (ISO instant), and the day in Norway. */
  readonly at: string;
  readonly day: string;
  /** Null for the system itself. */
  readonly by: string | null;
}

export const logMomentOf = ({ id, position, metadata: { occurredAt, actor } }: Recorded): LogMoment => ({
  eventId: id,
  position: String(position),
  at: occurredAt,
  day: dayOf(new Date(occurredAt)),
  by: actor.startsWith('system:') ? null : actor,
});

/** Common fields of a news item with these moments, oldest first and ending with `last`. */
export const newsItemOf = (newsId: NewsId, moments: readonly LogMoment[], last: LogMoment): NewsItem => ({
  newsId,
  upTo: last.eventId,
  eventIds: moments.map(({ eventId }) => eventId),
  position: BigInt(last.position),
  at: last.at,
  byIds: [...new Set(moments.toReversed().flatMap(({ by }) => by ?? []))],
});
