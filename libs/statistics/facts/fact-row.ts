import { Column, PrimaryColumn } from 'typeorm';
import { isSame, type CalendarDate, type DomainEvent, type Recorded } from '#platform/kernel';
import { streamId, type Fold } from '#platform/projections';

/**
 * An earlier version of a fact, known from `at` until the next version: that version with these fields instead. Facts
 * have all of their fields from the first version on.
 */
export interface EarlierVersion<Fact> {
  /** When the event was recorded, in milliseconds since 1970. */
  readonly at: number;
  readonly was: Partial<Fact>;
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
  let [firstOn, lastOn] = [days[0]!, days[0]!];
  for (const day of days) {
    if (day < firstOn) firstOn = day;
    if (day > lastOn) lastOn = day;
  }
  return { firstOn, lastOn };
}

/** A subject with everything that was ever known of it (ADR 0314, 0320). */
export abstract class FactRow<Fact> {
  /** The subject's id. */
  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  tenant!: string;

  /** Position of the last event that changed it: readers that remember rows ask for those after the last they know. */
  @Column('int8')
  position!: bigint;

  /** When the event of the latest version was recorded. */
  @Column('timestamptz')
  since!: Date;

  /** The latest version. */
  @Column('jsonb')
  fact!: Fact;

  /** The versions before it, latest first. */
  @Column('json')
  earlier!: readonly EarlierVersion<Fact>[];
}

/** A fact of which most are long past: those of a period are found by their days. */
export abstract class DatedFactRow<Fact> extends FactRow<Fact> implements Span {
  @Column('date')
  firstOn!: CalendarDate;

  @Column('date', { nullable: true })
  lastOn!: CalendarDate | null;
}

/**
 * Adds a version when the event changes what is known of the subject; otherwise returns the row. Events of the same
 * millisecond make one version; should the clock have gone backwards, the version holds from the moment of the one before
 * it.
 */
export function withVersion<Fact extends object>(
  row: FactRow<Fact> | undefined,
  { tenant, position, recordedAt }: Pick<Recorded, 'tenant' | 'position' | 'recordedAt'>,
  subject: string,
  fact: Fact,
): FactRow<Fact> {
  if (!row) return { subject, tenant, position, since: recordedAt, fact, earlier: [] };
  const was = changedFrom(row.fact, fact);
  if (!was) return row;
  if (recordedAt > row.since) {
    const earlier = [{ at: row.since.getTime(), was }, ...row.earlier];
    return { subject, tenant, position, since: recordedAt, fact, earlier };
  }
  const [before, ...others] = row.earlier;
  const replaced = before && { at: before.at, was: changedFrom({ ...row.fact, ...before.was }, fact) ?? {} };
  const earlier = replaced ? [replaced, ...others] : [];
  return { subject, tenant, position, since: row.since, fact, earlier };
}

/**
 * The fields in which the earlier version differs from the later one; undefined without any. Rows from the database order
 * fields differently.
 */
function changedFrom<Fact extends object>(earlier: Fact, later: Fact): Partial<Fact> | undefined {
  let was: Partial<Fact> | undefined;
  for (const key of Object.keys(earlier) as (keyof Fact)[]) {
    if (isSame(earlier[key], later[key])) continue;
    was ??= {};
    was[key] = earlier[key];
  }
  return was;
}

/** The versions of a subject, latest first, each with the moment from which it was known. */
export function versionsOf<Fact extends object>({
  since,
  fact,
  earlier,
}: Pick<FactRow<Fact>, 'since' | 'fact' | 'earlier'>): readonly { readonly at: number; readonly fact: Fact }[] {
  let version = fact;
  return [
    { at: since.getTime(), fact },
    ...earlier.map(({ at, was }) => {
      version = { ...version, ...was };
      return { at, fact: version };
    }),
  ];
}

/**
 * A fold of the event's own stream: `next` gives the fact after the event, undefined where there is none yet. `finish`
 * adds the other columns, given the row before the event.
 */
export const remember =
  <Fact extends object, Row extends FactRow<Fact>>(finish: (row: FactRow<Fact>, before: Row | undefined) => Row) =>
  <E extends DomainEvent>(next: (fact: Fact | undefined, event: Recorded<E>) => Fact | undefined): Fold<E, Row> => ({
    rows: (event) => [streamId(event)],
    fold: (row, event, subject) => {
      const fact = next(row?.fact, event);
      if (fact === undefined) return row;
      const version = withVersion<Fact>(row, event, subject, fact);
      return version === row ? row : finish(version, row);
    },
  });
