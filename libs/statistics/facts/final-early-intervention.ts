import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { EarlyIntervention, type EarlyFigures } from '../contract/index.js';
import { earlyFigures, INSIDE, latestFinalPeriod } from '../domain/shown-figures/index.js';
import { FinalFigures } from './final-figures-reader.js';

/** By the final figures of the statistics: what their pages show to those who see figures protected. */
@Injectable()
export class FinalEarlyIntervention extends EarlyIntervention {
  constructor(private readonly final: FinalFigures) {
    super();
  }

  async latest(tenant: string, today: CalendarDate): Promise<EarlyFigures> {
    const { period, knownOn } = latestFinalPeriod(today);
    const figures = await this.final.of(tenant, period, 'age-band', INSIDE, today);
    return { period: period.key, knownOn, ...earlyFigures(figures!) };
  }
}
