import { fetched } from '../../frame/fetched.js';
import { withTexts } from '../../frame/with-texts.js';

// Stages of a meeting besides filed (`filed/stage.ts`); each is loaded with its texts when needed.

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
