import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { Directory } from '#registry/contract';
import * as readModels from './read-models/index.js';

/** Contract classes of other contexts that this one injects. */
export const needs = [Directory];

@Module({ controllers: controllersIn(readModels), providers: [...handlersIn(readModels)] })
export class SearchModule {}
