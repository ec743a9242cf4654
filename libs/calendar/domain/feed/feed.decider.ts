import { never, refuse, type Decider } from '#platform/kernel';
import { FeedOpened, FeedRevoked, type FeedEvent } from '../../contract/index.js';
import type { FeedCommand } from './feed.commands.js';
import type { Feed } from './feed.state.js';

export type FeedRule = 'NO_CALENDAR_FEED';

/** A person's calendar feed: at most one address answers. */
export const feed: Decider<Feed, FeedCommand, FeedEvent, FeedRule> = {
  initialState: { feedId: null },
  decide(command, { feedId }) {
    const { on } = command;
    switch (command.type) {
      case 'OpenFeed':
        return [...(feedId === null ? [] : [FeedRevoked({ feedId, on })]), FeedOpened({ feedId: command.feedId, on })];
      case 'RevokeFeed':
        return feedId === null ? refuse('NO_CALENDAR_FEED') : [FeedRevoked({ feedId, on })];
      default:
        return never(command);
    }
  },
  evolve(_, event) {
    switch (event.type) {
      case 'calendar.FeedOpened':
        return { feedId: event.data.feedId };
      case 'calendar.FeedRevoked':
        return { feedId: null };
      default:
        return never(event);
    }
  },
};
