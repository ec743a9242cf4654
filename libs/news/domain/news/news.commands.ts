import type { ReadNews } from '../../contract/index.js';

/** Confirms news items as they were when read. */
export interface SeeNews {
  readonly type: 'SeeNews';
  /** Items that are news to the person or were a moment ago; others were filtered out before. */
  readonly items: readonly ReadNews[];
}
export type NewsCommand = SeeNews;
