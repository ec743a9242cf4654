import { dayOf, type Recorded } from '#platform/kernel';
import type { NewsId, Told } from '../contract/index.js';

/** A place in the log with what is told about it. Positions travel as text, since JSON has no big numbers. */
export interface Moment {
  readonly eventId: string;
  readonly position: string;
  /** When it happened (ISO instant), and the day in Norway. */
  readonly at: string;
  readonly day: string;
  /** Null: the system itself. */
  readonly by: string | null;
}

export const momentOf = ({ id, position, metadata: { occurredAt, actor } }: Recorded): Moment => ({
  eventId: id,
  position: String(position),
  at: occurredAt,
  day: dayOf(new Date(occurredAt)),
  by: actor.startsWith('system:') ? null : actor,
});

/** Where one piece stands that tells of these moments, oldest first, of which `last` is the last. */
export const toldOf = (newsId: NewsId, moments: readonly Moment[], last: Moment): Told => ({
  newsId,
  upTo: last.eventId,
  eventIds: moments.map(({ eventId }) => eventId),
  position: BigInt(last.position),
  at: last.at,
  byIds: [...new Set(moments.toReversed().flatMap(({ by }) => by ?? []))],
});
