import { Inject, Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { INDICATORS, type Anchor, type Indicator, type Period } from '../contract/index.js';
import { knownFacts, spansOf, type KnownAt } from './fact-sets.js';
import { readSeenTables } from './seen-tables.js';

/** Reads what was known of a municipality at a moment (ADR 0314). */
@Injectable()
export class FactsReader {
  constructor(
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The facts that these indicators of the period need (default: all). `asOf`: the moment; left out: now. */
  at(tenant: string, period: Period, asOf?: Date, indicators: readonly Indicator[] = INDICATORS): Promise<KnownAt> {
    const anchorBy = asOf ?? this.clock.now();
    const today = dayOf(anchorBy);
    const spans = spansOf(indicators, period, today);
    return this.readSide.in(tenant, (tables) =>
      knownFacts(tables, { tenant, spans, today, asOf, more: true, anchorBy }),
    );
  }

  /** The last event by the moment that facts are made of. */
  anchorAt(tenant: string, asOf: Date): Promise<Anchor | null> {
    return this.readSide.in(tenant, async (tables) => (await readSeenTables(tables, tenant, [], asOf)).anchor);
  }
}
