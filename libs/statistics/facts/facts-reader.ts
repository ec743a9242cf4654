import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import { isPublicHoliday } from '#platform/holidays';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { KnownFacts, type FactSets, type Period } from '../contract/index.js';
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

  /** The facts that figures of the period need. `asOf`: the moment; left out: now. */
  at(tenant: string, period: Pick<Period, 'from' | 'to'>, asOf?: Date): Promise<KnownAt> {
    return this.readSide.in(tenant, async (tables) => {
      const sets = await factSets(tables, tenant, period, asOf);
      const anchor = await anchorAt(tables, tenant, asOf ?? this.clock.now());
      return { facts: new KnownFacts(dayOf(asOf ?? this.clock.now()), sets, isPublicHoliday), anchor };
    });
  }
}

async function factSets(
  tables: EntityManager,
  tenant: string,
  { from, to }: Pick<Period, 'from' | 'to'>,
  asOf: Date | undefined,
): Promise<FactSets> {
  const known = async <Fact>(table: string, condition = '', ...values: unknown[]): Promise<Fact[]> => {
    const at = asOf && JSON.stringify({ at: asOf.getTime() });
    // Without a moment the last version is read, since the clock of this process may be behind the log's.
    const version = at
      ? `jsonb_path_query_array(versions, '$[*] ? (@.at <= $at)', $2::jsonb) -> -1 -> 'fact'`
      : `case when $2::jsonb is null then versions -> -1 -> 'fact' end`;
    const rows = await tables.query<{ fact: Fact }[]>(
      `select fact from (select ${version} as fact from ${table} where tenant = $1 ${condition}) as known
       where fact is not null`,
      [tenant, at ?? null, ...values],
    );
    return rows.map(({ fact }) => fact);
  };
  const ofPeriod = 'and (last_on is null or last_on >= $3) and first_on <= $4';
  const [municipality] = await known<NonNullable<FactSets['municipality']>>('statistics_municipality');
  return {
    municipality,
    units: await known('statistics_unit'),
    services: await known('statistics_service'),
    people: await known('statistics_person'),
    meetings: await known('statistics_meeting', ofPeriod, from, to),
    actions: await known('statistics_action', ofPeriod, from, to),
  };
}

async function anchorAt(tables: EntityManager, tenant: string, asOf: Date): Promise<Anchor | null> {
  const row = await tables
    .createQueryBuilder(MomentRow, 'moment')
    .where('moment.tenant = :tenant and moment.minute <= :minute', { tenant, minute: minuteOf(asOf.getTime()) })
    .orderBy('moment.minute', 'DESC')
    .limit(2)
    .getMany();
  const last = row.flatMap(({ events }) => events.toReversed()).find(({ at }) => at <= asOf.getTime());
  return last ? { eventId: last.eventId, recordedAt: new Date(last.at) } : null;
}
