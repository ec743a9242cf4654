import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import type { Anchor, Breakdown, Period } from '../contract/index.js';
import {
  autumnOf,
  finalFigures,
  finalMoment,
  yearBefore,
  type EarlierFacts,
  type FinalFacts,
  type FinalFigure,
  type Thresholds,
} from '../domain/shown-figures/index.js';
import { FactsReader } from './facts-reader.js';

/** Reads the figures about children that never change again (ADR 0316). */
@Injectable()
export class FinalFigures {
  constructor(private readonly reader: FactsReader) {}

  /** By the number of the indicator; undefined while the period's final moment is to come. */
  async of(
    tenant: string,
    period: Period,
    by: Breakdown | undefined,
    thresholds: Thresholds,
    today: CalendarDate,
  ): Promise<ReadonlyMap<number, FinalFigure> | undefined> {
    const final = await this.facts(tenant, period, today);
    if (!final) return undefined;
    return finalFigures(final, by, thresholds, {
      autumn: await this.autumn(tenant, period, today),
      before: await this.before(tenant, period, today),
    });
  }

  private async autumn(tenant: string, period: Period, today: CalendarDate): Promise<FinalFacts | undefined> {
    const autumn = autumnOf(period);
    return autumn && (await this.facts(tenant, autumn, today));
  }

  private async before(tenant: string, period: Period, today: CalendarDate): Promise<EarlierFacts['before']> {
    const earlier = yearBefore(period);
    const [year, autumn] = [await this.facts(tenant, earlier, today), await this.autumn(tenant, earlier, today)];
    return year && autumn && { year, autumn };
  }

  /** The final moment of a period with the last event by then. */
  async moment(tenant: string, period: Period, today: CalendarDate): Promise<{ asOf: Date; anchor: Anchor | null }> {
    const asOf = finalMoment(period, today)!;
    return { asOf, anchor: await this.reader.anchorAt(tenant, asOf) };
  }

  /** What is known at the period's final moment; undefined while that is to come. */
  async facts(tenant: string, period: Period, today: CalendarDate): Promise<FinalFacts | undefined> {
    const moment = finalMoment(period, today);
    return moment && { period, facts: (await this.reader.at(tenant, period, moment)).facts };
  }
}
