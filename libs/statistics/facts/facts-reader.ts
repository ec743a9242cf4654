import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import { isPublicHoliday } from '#platform/holidays';
import { CLOCK, dayOf, type CalendarDate, type Clock } from '#platform/kernel';
import { INDICATORS, KnownFacts, type FactSet, type FactSets, type Indicator, type Period } from '../contract/index.js';
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

/** Reads what was known of a municipality at a moment (ADR 0314): at most seven queries, however many units there are. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The facts that these indicators of the period need (default: all). `asOf`: the moment; left out: now. */
  at(tenant: string, period: Period, asOf?: Date, indicators: readonly Indicator[] = INDICATORS): Promise<KnownAt> {
    return this.readSide.in(tenant, async (tables) => {
      const today = dayOf(asOf ?? this.clock.now());
      const sets = await factSets(tables, tenant, spansOf(indicators, period, today), asOf, 'services and people');
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

/** Days of the meetings and of the actions that figures need; undefined where they need none. */
export type Spans = { readonly [Set in FactSet]: Span | undefined };

/** The days whose meetings and actions the indicators need. */
export function spansOf(indicators: readonly Indicator[], period: Period, today: CalendarDate): Spans {
  const those = (set: FactSet) => indicators.filter(({ reads }) => reads.includes(set));
  return {
    meetings: hullOf(those('meetings').flatMap((it) => [period, it.meetingsOf?.(period, today) ?? []].flat())),
    actions: hullOf(those('actions').map(() => period)),
  };
}

/** From the first day of the spans to the last; undefined without any. */
function hullOf(spans: readonly Span[]): Span | undefined {
  const from = spans.map((it) => it.from).toSorted()[0];
  const to = spans
    .map((it) => it.to)
    .toSorted()
    .at(-1);
  return from && to && { from, to };
}

/**
 * What was known at the moment, or without one what is known now. `more`: services and people too, which no figure is
 * made of, but which say whether it may be shown.
 */
export async function factSets(
  tables: EntityManager,
  tenant: string,
  spans: Spans,
  asOf?: Date,
  more?: 'services and people',
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
  const during = async <Fact>(table: string, span: Span | undefined) =>
    span && known<Fact>(table, then, 'and (last_on is null or last_on >= $3) and first_on <= $4', span.from, span.to);
  // Facts that a merger took over are older than the municipality that it formed.
  const municipality = `coalesce(${then}, versions -> 0 -> 'fact')`;
  return {
    municipality: (await known<NonNullable<FactSets['municipality']>>('statistics_municipality', municipality))[0],
    units: await known('statistics_unit'),
    services: more && (await known('statistics_service')),
    people: more && (await known('statistics_person')),
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
