import { fetched } from '../../frame/fetched.js';
import { withTexts } from '../../frame/with-texts.js';

// A meeting is one of these at a time, or filed (`filed/stage.ts`); each comes, with its texts, when it is.

export const CancelledMeeting = fetched(
  async () => (await withTexts(() => import('./coming/cancelled-meeting.js'), 'coming', 'meeting')).CancelledMeeting,
);
export const ComingMeeting = fetched(
  async () =>
    (await withTexts(() => import('./coming/coming-meeting.js'), 'coming', 'meeting', 'date-field')).ComingMeeting,
);
export const WithoutProtocol = fetched(
  async () => (await withTexts(() => import('./coming/without-protocol.js'), 'coming', 'meeting')).WithoutProtocol,
);
export const Editor = fetched(
  async () => (await withTexts(() => import('./editor/editor.js'), 'meeting', 'person-picker')).Editor,
);
