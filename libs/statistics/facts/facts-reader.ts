import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import { isPublicHoliday } from '#platform/holidays';
import { CLOCK, dayOf, type CalendarDate, type Clock } from '#platform/kernel';
import { INDICATORS, KnownFacts, type FactSets, type Indicator, type Period } from '../contract/index.js';
import { MomentRow, minuteOf } from './moment.js';

/** The last event that what was known at a moment is made of. */
export interface Anchor {
  readonly eventId: string;
  readonly recordedAt: Date;
}

export interface KnownAt {
  readonly facts: KnownFacts;
  /** Null where nothing was known yet. */
  readonly anchor: Anchor | null;
}

/** Reads what was known of a municipality at a moment (ADR 0314): seven queries, however many units there are. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The facts that figures of the period need. `asOf`: the moment; left out: now. `indicators`: left out: all. */
  at(tenant: string, period: Period, asOf?: Date, indicators: readonly Indicator[] = INDICATORS): Promise<KnownAt> {
    return this.readSide.in(tenant, async (tables) => {
      const today = dayOf(asOf ?? this.clock.now());
      const sets = await factSets(
        tables,
        tenant,
        { actions: period, meetings: meetingsOf(indicators, period, today) },
        asOf,
      );
      const anchor = await anchorAt(tables, tenant, asOf ?? this.clock.now());
      return { facts: new KnownFacts(today, sets, isPublicHoliday), anchor };
    });
  }

  /** The last event by the moment that facts are made of. */
  anchorAt(tenant: string, asOf: Date): Promise<Anchor | null> {
    return this.readSide.in(tenant, (tables) => anchorAt(tables, tenant, asOf));
  }
}

type Span = Pick<Period, 'from' | 'to'>;

/** The days whose meetings the indicators need. */
export function meetingsOf(indicators: readonly Indicator[], period: Period, today: CalendarDate): Span {
  const spans = [period, ...indicators.flatMap((it) => it.meetingsOf?.(period, today) ?? [])];
  return {
    from: spans.map(({ from }) => from).toSorted()[0]!,
    to: spans
      .map(({ to }) => to)
      .toSorted()
      .at(-1)!,
  };
}

async function factSets(
  tables: EntityManager,
  tenant: string,
  spans: { readonly actions: Span; readonly meetings: Span },
  asOf: Date | undefined,
): Promise<FactSets> {
  const at = asOf && JSON.stringify({ at: asOf.getTime() });
  // Without a moment the last version is read, since the clock of this process may be behind the log's.
  const then = at
    ? `jsonb_path_query_array(versions, '$[*] ? (@.at <= $at)', $2::jsonb) -> -1 -> 'fact'`
    : `case when $2::jsonb is null then versions -> -1 -> 'fact' end`;
  const known = async <Fact>(table: string, version = then, condition = '', ...values: unknown[]): Promise<Fact[]> => {
    const rows = await tables.query<{ fact: Fact }[]>(
      `select fact from (select ${version} as fact from ${table} where tenant = $1 ${condition}) as known
       where fact is not null`,
      [tenant, at ?? null, ...values],
    );
    return rows.map(({ fact }) => fact);
  };
  const during = <Fact>(table: string, { from, to }: Span) =>
    known<Fact>(table, then, 'and (last_on is null or last_on >= $3) and first_on <= $4', from, to);
  // Facts that a merger took over are older than the municipality that it formed.
  const municipality = `coalesce(${then}, versions -> 0 -> 'fact')`;
  return {
    municipality: (await known<NonNullable<FactSets['municipality']>>('statistics_municipality', municipality))[0],
    units: await known('statistics_unit'),
    services: await known('statistics_service'),
    people: await known('statistics_person'),
    meetings: await during('statistics_meeting', spans.meetings),
    actions: await during('statistics_action', spans.actions),
  };
}

async function anchorAt(tables: EntityManager, tenant: string, asOf: Date): Promise<Anchor | null> {
  const row = await tables
    .createQueryBuilder(MomentRow, 'moment')
    .where('moment.tenant = :tenant and moment.minute <= :minute', { tenant, minute: minuteOf(asOf.getTime()) })
    .orderBy('moment.minute', 'DESC')
    .limit(2)
    .getMany();
  // Two predecessors' events of a minute follow each other in a merged log.
  const last = row
    .flatMap(({ events }) => events.toReversed())
    .filter(({ at }) => at <= asOf.getTime())
    .reduce<MomentRow['events'][number] | undefined>(
      (latest, it) => (!latest || it.at > latest.at ? it : latest),
      undefined,
    );
  return last ? { eventId: last.eventId, recordedAt: new Date(last.at) } : null;
}
