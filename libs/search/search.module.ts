import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import * as readModels from './read-models/index.js';

@Module({ controllers: controllersIn(readModels), providers: [...handlersIn(readModels)] })
export class SearchModule {}
