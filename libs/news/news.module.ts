import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { Directory } from '#registry/contract';
import { MeetingNews } from './contract/index.js';
import { NewsReader } from './read-models/news/news-reader.js';
import { NewsStreams } from './streams/news.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [NewsStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory];
/** Contract classes that other contexts may inject. */
export const provides = [MeetingNews];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [...handlersIn(features, readModels), ...streams, { provide: MeetingNews, useClass: NewsReader }],
  exports: provides,
})
export class NewsModule {}
