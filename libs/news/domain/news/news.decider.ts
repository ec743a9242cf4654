import { never, type Decider } from '#platform/kernel';
import { NewsSeen, type NewsEvent, type ReadNews } from '../../contract/index.js';
import type { NewsCommand } from './news.commands.js';
import type { SeenNews } from './news.state.js';

/** No command is refused. */
export type NewsRule = never;

/** Confirmations of one person. Nothing is refused: a repeated confirmation changes nothing. */
export const news: Decider<SeenNews, NewsCommand, NewsEvent, NewsRule> = {
  initialState: {},
  decide({ items }, state) {
    const isNew = ({ newsId, upTo }: ReadNews) => !state[newsId]?.includes(upTo);
    const unsaid = items.filter(
      (item, i) => isNew(item) && items.findIndex((it) => it.newsId === item.newsId && it.upTo === item.upTo) === i,
    );
    return unsaid.length === 0 ? [] : [NewsSeen({ items: unsaid.map(({ newsId, upTo }) => ({ newsId, upTo })) })];
  },
  evolve(state, event) {
    switch (event.type) {
      case 'news.NewsSeen':
        return event.data.items.reduce<SeenNews>(
          (seen, { newsId, upTo }) => ({ ...seen, [newsId]: [...(seen[newsId] ?? []), upTo] }),
          state,
        );
      default:
        return never(event.type);
    }
  },
};
