import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { NewsAnswer } from './news.dto.js';
import { ListNews } from './news.query.js';

@Controller('news')
export class NewsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'news.read',
    answer: NewsAnswer,
    summary: 'What others have changed in the meeting plan that concerns you, and that you have not confirmed.',
  })
  list(@Asked() asker: Asker) {
    return this.queries.execute(new ListNews(asker));
  }
}
