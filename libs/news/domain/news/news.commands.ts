import type { ReadNews } from '../../contract/index.js';

/** Confirms that one knows: each piece of news as it stood when it was read. */
export interface SeeNews {
  readonly type: 'SeeNews';
  /** Those that are news to the person, or were a moment ago; others were sorted out before. */
  readonly items: readonly ReadNews[];
}
export type NewsCommand = SeeNews;
