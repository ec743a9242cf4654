import { dayOf, type Recorded } from '#platform/kernel';

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

/** Distinct people behind some moments, the last first, without those who are the system. */
export const peopleBehind = (moments: readonly Moment[]): readonly string[] => [
  ...new Set(moments.toReversed().flatMap(({ by }) => by ?? [])),
];
