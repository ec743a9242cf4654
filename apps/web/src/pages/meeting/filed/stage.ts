import { fetched } from '../../../frame/fetched.js';
import { withTexts } from '../../../frame/with-texts.js';

/** The last stage of a meeting. Loaded separately, since it may become an editor again. */
export const FiledMeeting = fetched(
  async () => (await withTexts(() => import('./filed-meeting.js'), 'filed', 'meeting')).FiledMeeting,
);
