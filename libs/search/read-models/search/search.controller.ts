import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { SearchAnswer, SearchQuery } from './search.dto.js';
import { Search } from './search.query.js';

@Controller('search')
export class SearchController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.read',
    summary: 'Units, services, people, meetings, protocols and actions by words, as far as one may see them.',
    answer: SearchAnswer,
    problems: ['refused'],
  })
  search(@Query({ schema: SearchQuery }) query: SearchQuery, @Asked() asker: Asker) {
    return this.queries.execute(new Search(query, asker));
  }
}
