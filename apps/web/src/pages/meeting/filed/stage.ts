import { lazyPart } from '../../../parts/lazy-part/lazy-part.js';
import { withTexts } from '../../../words/with-texts.js';

/** The last stage of a meeting. Loaded separately, since it may become an editor again. */
export const FiledMeeting = lazyPart(
  async () => (await withTexts(() => import('./filed-meeting.js'), 'filed', 'meeting')).FiledMeeting,
);
