import { never, type CalendarDate, type EventOf, type MeetingId } from '#platform/kernel';
import type { Reaction } from '#platform/policies';
import type { EarlierAction, ProtocolCorrected, ProtocolFiled } from '#meetings/contract';
import type { ActionCommand } from '../domain/action/action.commands.js';

export type Filed = EventOf<{ it: typeof ProtocolFiled }>['data'];
export type Corrected = EventOf<{ it: typeof ProtocolCorrected }>['data'];

export interface HeldMeeting {
  readonly meetingId: MeetingId;
  readonly heldOn: CalendarDate;
}

export const toAction = (actionId: string, command: ActionCommand): Reaction<ActionCommand> => ({
  to: 'action',
  id: actionId,
  command,
});

/** A meeting's decision about an earlier action, as a command to that action on the day of the meeting. */
export function asDecided(decision: EarlierAction, { meetingId, heldOn: on }: HeldMeeting): Reaction<ActionCommand> {
  const { actionId } = decision;
  switch (decision.outcome) {
    case 'on-track': {
      const { note, followUpOn: nextFollowUpOn } = decision;
      return toAction(actionId, { type: 'RecordFollowUp', outcome: 'on-track', note, nextFollowUpOn, meetingId, on });
    }
    case 'completed':
      return toAction(actionId, { type: 'CompleteAction', note: decision.note, meetingId, on });
    case 'carried-on': {
      const { dueOn, followUpOn, reason } = decision;
      return toAction(actionId, { type: 'CarryOnAction', dueOn, followUpOn, reason, meetingId, on });
    }
    case 'changed': {
      const { text, dueOn, followUpOn, reason } = decision;
      return toAction(actionId, { type: 'ChangeAction', changes: { text, dueOn, followUpOn }, reason, meetingId, on });
    }
    case 'abandoned': {
      const { reason, note } = decision;
      return toAction(actionId, { type: 'AbandonAction', reason, note, meetingId, on });
    }
    default:
      return never(decision);
  }
}
