import { fetched } from '../../../frame/fetched.js';
import { withTexts } from '../../../frame/with-texts.js';

/** The last of a meeting's stages. By itself, because it may become an editor again. */
export const FiledMeeting = fetched(
  async () => (await withTexts(() => import('./filed-meeting.js'), 'filed', 'meeting')).FiledMeeting,
);
