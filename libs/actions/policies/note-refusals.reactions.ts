import { never, stableId, type Recorded } from '#platform/kernel';
import type { Reaction } from '#platform/policies';
import type { MeetingEvent } from '#meetings/contract';
import type { RefusedDecisionKind } from '../contract/index.js';
import type { ActionCommand } from '../domain/action/action.commands.js';
import type { NoteRefusal } from '../domain/refused-decision/refused-decision.commands.js';

/**
 * Records an action's refusal for the coordinator, so that a difference between protocol and action is always noticed.
 */
export function noteRefusal(
  event: Recorded<MeetingEvent>,
  reaction: Reaction,
  rules: readonly string[],
): Reaction<NoteRefusal>[] {
  if (event.type !== 'meetings.ProtocolFiled' && event.type !== 'meetings.ProtocolCorrected') return [];
  const { meetingId, unitIds, protocol } = event.data;
  const command = reaction.command as ActionCommand;
  const kind = kindOf(command);
  const refusalId = stableId(event.id, 'refusal', reaction.id, kind);
  return [
    {
      to: 'refuseddecision',
      id: refusalId,
      command: {
        type: 'NoteRefusal',
        refusalId,
        actionId: reaction.id as NoteRefusal['actionId'],
        meetingId,
        unitIds,
        heldOn: protocol.heldOn,
        kind,
        rules,
      },
    },
  ];
}

/** Undefined for commands that no protocol causes. */
function kindOf(command: ActionCommand): RefusedDecisionKind {
  switch (command.type) {
    case 'AgreeAction':
      return 'agreed';
    case 'RecordFollowUp':
      return 'on-track';
    case 'CompleteAction':
      return 'completed';
    case 'CarryOnAction':
      return 'carried-on';
    case 'ChangeAction':
      return 'changed';
    case 'AbandonAction':
      return command.reason === 'corrected' ? 'taken-out' : 'abandoned';
    case 'ApplyCorrection':
      return 'corrected';
    case 'NoteProgress':
      return 'withdrawn';
    default:
      return never(command as never);
  }
}
