import { lazyPart } from '../../../parts/lazy-part/lazy-part.js';
import { withTexts } from '../../../words/with-texts.js';

/** Below a protocol in progress; loaded with its texts once the meeting's day has come. */
export const HeldActions = lazyPart(
  async () =>
    (await withTexts(() => import('./held-actions.js'), 'coming', 'meeting', 'date-field', 'action-answers'))
      .HeldActions,
);
