import { Module } from '@nestjs/common';
import { FactsInTransaction } from '../contract/index.js';
import { KnownFactsInTransaction } from './known-facts-in-transaction.js';

export const provides = [FactsInTransaction];

/** What every context may ask for that shows figures. It needs no other one, so that they may need it (ADR 0319). */
@Module({
  providers: [{ provide: FactsInTransaction, useClass: KnownFactsInTransaction }],
  exports: provides,
})
export class FactsModule {}
