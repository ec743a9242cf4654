import { policy } from '#platform/policies';
import type { MeetingEvent } from '#meetings/contract';
import { beginActions } from './begin-actions.reactions.js';
import { correctActions } from './correct-actions.reactions.js';
import { followUpActions } from './follow-up-actions.reactions.js';
import { noteRefusal } from './note-refusals.reactions.js';

/**
 * Starts a protocol's actions and follows up earlier ones when it is filed or corrected. One policy instead of three,
 * so that an action receives the statements of protocols in their order, however far the policy lags behind: a
 * meeting's follow-up never comes before the filing that started the action (ADR 0051).
 */
export const actionsFollowProtocols = policy<MeetingEvent>({
  name: 'actions-follow-protocols',
  when: {
    'meetings.ProtocolFiled': { react: ({ data }) => [...beginActions(data), ...followUpActions(data)] },
    'meetings.ProtocolCorrected': { react: ({ data }) => correctActions(data) },
  },
  refused: noteRefusal,
});
