import { policy } from '#platform/policies';
import type { MeetingEvent } from '#meetings/contract';
import { contentOf } from '../domain/action/action.content.js';
import { toAction } from './decided-in-meeting.js';

/** Every action a filed protocol ends in begins its own life, on the day of the meeting (R2). */
export const beginActionsWhenProtocolFiled = policy<MeetingEvent>({
  name: 'begin-actions-when-protocol-filed',
  when: {
    'meetings.ProtocolFiled': {
      react: ({ data: { meetingId, unitIds, protocol } }) =>
        protocol.actions.map((agreed) =>
          toAction(agreed.actionId, {
            type: 'AgreeAction',
            actionId: agreed.actionId,
            meetingId,
            unitIds,
            content: contentOf(agreed),
            on: protocol.heldOn,
          }),
        ),
    },
  },
});
