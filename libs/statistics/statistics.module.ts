import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { FactsReader } from './facts/facts-reader.js';
import * as readModels from './read-models/index.js';

@Module({
  controllers: controllersIn(readModels),
  providers: [...handlersIn(readModels), FactsReader],
})
export class StatisticsModule {}
