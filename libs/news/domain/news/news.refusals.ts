import type { RefusalTexts } from '#platform/kernel';
import type { NewsRule } from './news.decider.js';

/** No command about news is refused. */
export const newsRefusals: RefusalTexts<NewsRule> = {};
