import { lazyPart } from '../../../parts/lazy-part/lazy-part.js';
import { withTexts } from '../../../words/with-texts.js';

/** Below a protocol in progress; loaded with its texts when the meeting was reported as held. */
export const HeldActions = lazyPart(
  async () => (await withTexts(() => import('./held-actions.js'), 'coming')).HeldActions,
);
