import type { Reaction } from '#platform/policies';
import type { ActionCommand } from '../domain/action/action.commands.js';
import { contentOf } from '../domain/action/action.content.js';
import { toAction, type Filed } from './decided-in-meeting.js';

/** Starts every action of a filed protocol, on the day of the meeting (R2). */
export const beginActions = ({ meetingId, unitIds, protocol }: Filed): Reaction<ActionCommand>[] =>
  protocol.actions.map((agreed) =>
    toAction(agreed.actionId, {
      type: 'AgreeAction',
      actionId: agreed.actionId,
      meetingId,
      unitIds,
      content: contentOf(agreed),
      on: protocol.heldOn,
    }),
  );
