import type { Reaction } from '#platform/policies';
import type { ActionCommand } from '../domain/action/action.commands.js';
import { asDecided, type Filed } from './decided-in-meeting.js';

/** Executes the meeting's decisions about earlier actions on each of them (R4). */
export const followUpActions = ({ meetingId, protocol }: Filed): Reaction<ActionCommand>[] =>
  protocol.earlierActions.map((decision) => asDecided(decision, { meetingId, heldOn: protocol.heldOn }));
