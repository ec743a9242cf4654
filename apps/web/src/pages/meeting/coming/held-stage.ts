import { fetched } from '../../../frame/fetched.js';
import { withTexts } from '../../../frame/with-texts.js';

/** Below a protocol in progress; loaded with its texts when the meeting was reported as held. */
export const HeldActions = fetched(
  async () => (await withTexts(() => import('./held-actions.js'), 'coming')).HeldActions,
);
