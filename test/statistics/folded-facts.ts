import { isPublicHoliday } from '#platform/holidays';
import { dayOf, type Recorded } from '#platform/kernel';
import type { Fold } from '#platform/projections';
import { KnownFacts, type FactSet, type Indicator, type Period } from '#statistics/contract';
import { versionsOf, type FactRow, type Span } from '../../libs/statistics/facts/fact-row.js';
import { spansOf, type Spans } from '../../libs/statistics/facts/fact-sets.js';
import { factModels } from '../../libs/statistics/facts/moment.js';

type Row = FactRow<never> & Partial<Span>;
const EVERYTHING = { from: '0000-01-01', to: '9999-12-31' } as Pick<Period, 'from' | 'to'>;

/** The facts of a history, folded in memory and read as the tables are. */
export class FoldedFacts {
  private readonly tables = new Map<string, Map<string, Row>>();

  /** `between`: what happens to a row between two events. */
  constructor(events: readonly Recorded[], between = (row: Row): Row => row) {
    for (const { name, on } of factModels) {
      const rows = new Map<string, Row>();
      this.tables.set(name, rows);
      for (const event of events) {
        const fold = (on as Record<string, Fold<Recorded, Row> | 'ignored'>)[event.type];
        if (!fold || fold === 'ignored') continue;
        for (const key of fold.rows(event)) {
          const row = fold.fold(rows.get(key), event, key);
          if (row) rows.set(key, between(row));
          else rows.delete(key);
        }
      }
    }
  }

  /** Every version of every fact, by the name of the read model and the subject. */
  versions(): ReadonlyMap<string, readonly { readonly at: number; readonly fact: object }[]> {
    const all = [...this.tables].flatMap(([name, rows]) =>
      [...rows].map(([subject, row]) => [`${name} ${subject}`, versionsOf<object>(row)] as const),
    );
    return new Map(all);
  }

  /**
   * The facts that were known at the moment: of every day, whatever the period. `sets`: without any other of the large
   * sets.
   */
  all(asOf: Date, sets: readonly FactSet[] = ['meetings', 'actions', 'alerts']): KnownFacts {
    const of = (set: FactSet) => (sets.includes(set) ? EVERYTHING : undefined);
    return this.known(asOf, { meetings: of('meetings'), actions: of('actions'), alerts: of('alerts') });
  }

  /**
   * The facts that were known at the moment, by the rows that a question about the period reads; `day`: about an
   * earlier day.
   */
  ofPeriod(asOf: Date, period: Period, indicators: readonly Indicator[], day = dayOf(asOf)): KnownFacts {
    return this.known(asOf, spansOf(indicators, period, day), day);
  }

  private known(asOf: Date, { meetings, actions, alerts }: Spans, day = dayOf(asOf)): KnownFacts {
    const facts = <Fact>(name: string, { from, to } = EVERYTHING): Fact[] =>
      [...this.tables.get(name)!.values()]
        .filter(({ firstOn, lastOn }) => (lastOn ?? to) >= from && (firstOn ?? from) <= to)
        .flatMap((row) => versionsOf(row).find(({ at }) => at <= asOf.getTime())?.fact ?? []);
    const [municipality] = facts<never>('statistics-municipality');
    return new KnownFacts(
      day,
      {
        municipality,
        units: facts('statistics-unit'),
        services: facts('statistics-service'),
        people: facts('statistics-person'),
        meetings: meetings && facts('statistics-meeting', meetings),
        actions: actions && facts('statistics-action', actions),
        alerts: alerts && facts('statistics-alert', alerts),
      },
      isPublicHoliday,
    );
  }
}
