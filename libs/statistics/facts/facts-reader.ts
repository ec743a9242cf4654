import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide } from '#platform/database';
import { isPublicHoliday } from '#platform/holidays';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { INDICATORS, KnownFacts, type Indicator, type Period } from '../contract/index.js';
import { factSets, spansOf } from './fact-sets.js';
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

/** Reads what was known of a municipality at a moment (ADR 0314). */
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
