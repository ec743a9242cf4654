import { Module } from '@nestjs/common';
import { MeetingNews } from './contract/index.js';
import { SeeNewsController } from './features/see-news/see-news.controller.js';
import { SeeNewsHandler } from './features/see-news/see-news.handler.js';
import { NewsReader } from './read-models/news/news-reader.js';
import { NewsController } from './read-models/news/news.controller.js';
import { ListNewsHandler } from './read-models/news/news.query.js';
import { NewsStreams } from './streams/news.streams.js';

export const streams = [NewsStreams];

@Module({
  controllers: [NewsController, SeeNewsController],
  providers: [...streams, { provide: MeetingNews, useClass: NewsReader }, ListNewsHandler, SeeNewsHandler],
  exports: [...streams, MeetingNews],
})
export class NewsModule {}
