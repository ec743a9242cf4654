import { fetched } from '../../../frame/fetched.js';
import { withTexts } from '../../../frame/with-texts.js';

/** Below a protocol that is being written; fetched with its texts where the meeting was said to be held. */
export const HeldActions = fetched(
  async () => (await withTexts(() => import('./held-actions.js'), 'coming')).HeldActions,
);
