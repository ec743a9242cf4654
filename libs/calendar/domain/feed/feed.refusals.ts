import type { RefusalTexts } from '#platform/kernel';
import type { FeedRule } from './feed.decider.js';

export const feedRefusals: RefusalTexts<FeedRule> = {
  NO_CALENDAR_FEED: {
    kind: 'conflict',
    nb: 'Du har ikke noe kalenderabonnement å avslutte. Last siden på nytt.',
    nn: 'Du har ikkje noko kalenderabonnement å avslutte. Last sida på nytt.',
    en: 'You have no calendar subscription to end. Reload the page.',
  },
};
