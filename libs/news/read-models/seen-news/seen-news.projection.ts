import { readModel, streamId } from '#platform/projections';
import type { NewsEvent, NewsId } from '../../contract/index.js';
import { SeenNewsRow } from './seen-news.entity.js';

/** Key of a person's confirmations of one news item. */
export const seenKey = (personId: string, newsId: NewsId): string => `${personId}/${newsId}`;

/** Confirmations of each person. */
export const seenNews = readModel<SeenNewsRow, NewsEvent>({
  name: 'news-seen',
  version: 1,
  entity: SeenNewsRow,
  on: {
    'news.NewsSeen': {
      rows: (event) => [...new Set(event.data.items.map(({ newsId }) => seenKey(streamId(event), newsId)))],
      fold: (row, event, seen) => ({
        seen,
        tenant: event.tenant,
        upTo: [
          ...(row?.upTo ?? []),
          ...event.data.items.flatMap(({ newsId, upTo }) => (seenKey(streamId(event), newsId) === seen ? upTo : [])),
        ],
      }),
    },
  },
});
