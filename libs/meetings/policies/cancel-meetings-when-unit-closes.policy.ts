import type { UnitId } from '#platform/kernel';
import { policy, type Reaction } from '#platform/policies';
import type { UnitEvent } from '#registry/contract';
import type { UnitClosureEvent } from '../contract/unit-closure.events.js';
import type { CancelMeeting } from '../domain/meeting/meeting.commands.js';
import type { UnitClosureCommand } from '../domain/unit-closure/unit-closure.commands.js';

const toClosure = (command: UnitClosureCommand): Reaction<UnitClosureCommand> => ({
  to: 'unitclosure',
  id: command.unitId,
  command,
});
/** The organisation number in the stream name of the unit. */
const unitOf = ({ stream }: { readonly stream: string }) => stream.slice(stream.indexOf('-') + 1) as UnitId;

/**
 * Cancels meetings that a unit hosts after its last open day. First the closure is recorded on its own stream: once
 * that event can be read, every meeting started before it is known (ADR 0212).
 */
export const cancelMeetingsWhenUnitCloses = policy<UnitEvent | UnitClosureEvent>({
  name: 'cancel-meetings-when-unit-closes',
  when: {
    'registry.UnitClosed': {
      react: (event) => [
        toClosure({
          type: 'FollowClosure',
          unitId: unitOf(event),
          lastDay: event.data.on,
          reason: event.data.reason,
        }),
      ],
    },
    'registry.UnitReopened': { react: (event) => [toClosure({ type: 'LiftClosure', unitId: unitOf(event) })] },
    'registry.UnitClosureWithdrawn': {
      react: (event) => [toClosure({ type: 'LiftClosure', unitId: unitOf(event) })],
    },
    'meetings.UnitClosureFollowed': {
      react: ({ data: { unitId }, position }) => [
        toClosure({ type: 'ListMeetings', unitId, knownTo: String(position), coming: [], languageForm: 'nb' }),
      ],
    },
    'meetings.ClosedUnitsMeetingsListed': {
      react: ({ data: { meetings, reason } }) =>
        meetings.map(({ meetingId }) => ({
          to: 'meeting',
          id: meetingId,
          command: { type: 'CancelMeeting', reason } satisfies CancelMeeting,
        })),
    },
  },
});
