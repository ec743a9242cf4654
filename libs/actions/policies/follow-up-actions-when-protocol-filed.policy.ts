import { policy } from '#platform/policies';
import type { MeetingEvent } from '#meetings/contract';
import { asDecided } from './decided-in-meeting.js';

/** What the meeting decided about earlier actions is carried out on each of them (R4). */
export const followUpActionsWhenProtocolFiled = policy<MeetingEvent>({
  name: 'follow-up-actions-when-protocol-filed',
  when: {
    'meetings.ProtocolFiled': {
      react: ({ data: { meetingId, protocol } }) =>
        protocol.earlierActions.map((decision) => asDecided(decision, { meetingId, heldOn: protocol.heldOn })),
    },
  },
});
