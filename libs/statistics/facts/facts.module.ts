import { Module } from '@nestjs/common';
import { EarlyIntervention, FactsInTransaction } from '../contract/index.js';
import { FactsReader } from './facts-reader.js';
import { FinalEarlyIntervention } from './final-early-intervention.js';
import { FinalFigures } from './final-figures-reader.js';
import { KnownFactsInTransaction } from './known-facts-in-transaction.js';

export const provides = [FactsInTransaction, EarlyIntervention];

/**
 * Provides the facts to every context that shows figures. It needs no other context, so that they may need it (ADR
 * 0319).
 */
@Module({
  providers: [
    FactsReader,
    FinalFigures,
    { provide: FactsInTransaction, useClass: KnownFactsInTransaction },
    { provide: EarlyIntervention, useClass: FinalEarlyIntervention },
  ],
  exports: provides,
})
export class FactsModule {}
