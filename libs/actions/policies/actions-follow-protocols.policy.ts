import { policy } from '#platform/policies';
import type { MeetingEvent } from '#meetings/contract';
import { beginActions } from './begin-actions.reactions.js';
import { correctActions } from './correct-actions.reactions.js';
import { followUpActions } from './follow-up-actions.reactions.js';
import { noteRefusal } from './note-refusals.reactions.js';

/**
 * When a protocol is filed its actions begin and earlier ones are followed up; when it is corrected they are too. One
 * policy and not three, so that what protocols say reaches an action in the order they said it, however far behind the
 * log the policy is: a meeting's follow-up never overtakes the filing that began the action (ADR 0051).
 */
export const actionsFollowProtocols = policy<MeetingEvent>({
  name: 'actions-follow-protocols',
  when: {
    'meetings.ProtocolFiled': { react: ({ data }) => [...beginActions(data), ...followUpActions(data)] },
    'meetings.ProtocolCorrected': { react: ({ data }) => correctActions(data) },
  },
  refused: noteRefusal,
});
