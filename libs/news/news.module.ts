import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { Directory } from '#registry/contract';
import { MeetingConcern, MeetingNews } from './contract/index.js';
import { ConcernReader } from './read-models/news/concern-reader.js';
import { NewsReader } from './read-models/news/news-reader.js';
import { NewsStreams } from './streams/news.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [NewsStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory];
/** Contract classes that other contexts may inject. */
export const provides = [MeetingNews, MeetingConcern];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    { provide: MeetingNews, useClass: NewsReader },
    { provide: MeetingConcern, useClass: ConcernReader },
  ],
  exports: provides,
})
export class NewsModule {}
