import { Column, PrimaryColumn } from 'typeorm';
import type { CalendarDate, DomainEvent, Recorded } from '#platform/kernel';
import { streamId, type Fold } from '#platform/projections';

/** What was known of a subject from one moment until the next version's. */
export interface Version<Fact> {
  /** When the event was recorded, in milliseconds since 1970. */
  readonly at: number;
  readonly fact: Fact;
}

/** Days for which a fact matters, so that a question about a period reads no others. */
export interface Span {
  readonly firstOn: CalendarDate;
  /** Null until further notice. */
  readonly lastOn: CalendarDate | null;
}

/** From the first of the days to the last. */
export function spanOf(days: readonly CalendarDate[]): {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
} {
  const sorted = days.toSorted();
  return { firstOn: sorted[0]!, lastOn: sorted.at(-1)! };
}

/** A subject with everything that was ever known of it, oldest first (ADR 0314). */
export abstract class FactRow<Fact> {
  /** The subject's id. */
  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  versions!: readonly Version<Fact>[];
}

/** A fact of which most are long past: those of a period are found by their days. */
export abstract class DatedFactRow<Fact> extends FactRow<Fact> implements Span {
  @Column('date')
  firstOn!: CalendarDate;

  @Column('date', { nullable: true })
  lastOn!: CalendarDate | null;
}

/**
 * Adds a version when the event changes what is known of the subject. Events of the same millisecond make one version;
 * should the clock have gone backwards, the version holds from the moment of the one before it.
 */
export function withVersion<Fact, Row extends FactRow<Fact>>(
  row: Row | undefined,
  { tenant, recordedAt }: Pick<Recorded, 'tenant' | 'recordedAt'>,
  subject: string,
  fact: Fact,
): FactRow<Fact> {
  const earlier = row?.versions ?? [];
  const last = earlier.at(-1);
  if (row && last && JSON.stringify(last.fact) === JSON.stringify(fact)) return row;
  const at = Math.max(recordedAt.getTime(), last?.at ?? 0);
  return { subject, tenant, versions: [...(last?.at === at ? earlier.slice(0, -1) : earlier), { at, fact }] };
}

/** A fold of the event's own stream: `next` gives the fact after the event, undefined where there is none yet. */
export const remember =
  <Fact, Row extends FactRow<Fact>>(finish: (row: FactRow<Fact>) => Row) =>
  <E extends DomainEvent>(next: (fact: Fact | undefined, event: Recorded<E>) => Fact | undefined): Fold<E, Row> => ({
    rows: (event) => [streamId(event)],
    fold: (row, event, subject) => {
      const fact = next(row?.versions.at(-1)?.fact, event);
      return fact === undefined ? row : finish(withVersion<Fact, Row>(row, event, subject, fact));
    },
  });
