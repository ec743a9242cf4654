import { lazyPart } from '../../parts/lazy-part/lazy-part.js';
import { withTexts } from '../../words/with-texts.js';

// Stages of a meeting besides filed (`filed/stage.ts`); each is loaded with its texts when needed.

export const CancelledMeeting = lazyPart(
  async () => (await withTexts(() => import('./coming/cancelled-meeting.js'), 'coming', 'meeting')).CancelledMeeting,
);
export const ComingMeeting = lazyPart(
  async () =>
    (await withTexts(() => import('./coming/coming-meeting.js'), 'coming', 'meeting', 'date-field')).ComingMeeting,
);
export const WithoutProtocol = lazyPart(
  async () =>
    (await withTexts(() => import('./coming/without-protocol.js'), 'coming', 'meeting', 'date-field', 'action-answers'))
      .WithoutProtocol,
);
export const Editor = lazyPart(
  async () => (await withTexts(() => import('./editor/editor.js'), 'meeting', 'person-picker')).Editor,
);
