import { isSame } from '#platform/kernel';
import type { Reaction } from '#platform/policies';
import type { EarlierAction } from '#meetings/contract';
import type { ActionCommand } from '../domain/action/action.commands.js';
import { contentOf, differences, pick, type ActionChanges } from '../domain/action/action.content.js';
import { asDecided, toAction, type Corrected } from './decided-in-meeting.js';

/**
 * Applies a correction to the actions, with its reason: an added action starts, a changed one is corrected, a dropped
 * one abandoned as `corrected`; the same for decisions about earlier actions.
 */
export const correctActions = (data: Corrected): Reaction<ActionCommand>[] => [
  ...agreedActions(data),
  ...droppedActions(data),
  ...earlierActions(data),
];

function agreedActions(data: Corrected): Reaction<ActionCommand>[] {
  const { meetingId, unitIds, protocol, previous } = data;
  return protocol.actions.flatMap((agreed) => {
    const { actionId } = agreed;
    const before = previous.actions.find((one) => one.actionId === actionId);
    const content = contentOf(agreed);
    if (!before)
      return toAction(actionId, { type: 'AgreeAction', actionId, meetingId, unitIds, content, on: protocol.heldOn });
    return corrected(data, actionId, contentOf(before), differences(contentOf(before), content));
  });
}

function droppedActions({ meetingId, reason, correctedOn, protocol, previous }: Corrected) {
  const kept = new Set(protocol.actions.map(({ actionId }) => actionId));
  return previous.actions
    .filter(({ actionId }) => !kept.has(actionId))
    .map(({ actionId }) =>
      toAction(actionId, { type: 'AbandonAction', reason: 'corrected', note: reason, meetingId, on: correctedOn }),
    );
}

function earlierActions(data: Corrected): Reaction<ActionCommand>[] {
  const { meetingId, protocol, previous } = data;
  const now = protocol.earlierActions.flatMap((decision) => {
    const before = previous.earlierActions.find(({ actionId }) => actionId === decision.actionId);
    if (before && isSame(before, decision)) return [];
    const dates = before && changesBetween(before, decision);
    return dates
      ? corrected(data, decision.actionId, dates.from, dates.to)
      : [asDecided(decision, { meetingId, heldOn: protocol.heldOn })];
  });
  return [...now, ...withdrawn(data)];
}

/**
 * The same outcome with other texts or dates corrects the values it set, so that a carrying-on is not counted twice.
 * Undefined for another outcome, which is executed instead (and refused when the action has ended).
 */
function changesBetween(
  before: EarlierAction,
  now: EarlierAction,
): { from: ActionChanges; to: ActionChanges } | undefined {
  const sets = (decision: EarlierAction): ActionChanges => {
    switch (decision.outcome) {
      case 'on-track':
        return { followUpOn: decision.followUpOn };
      case 'carried-on':
        return { dueOn: decision.dueOn, followUpOn: decision.followUpOn };
      case 'changed':
        return { text: decision.text, dueOn: decision.dueOn, followUpOn: decision.followUpOn };
      case 'completed':
      case 'abandoned':
        return {};
    }
  };
  return before.outcome === now.outcome ? { from: sets(before), to: sets(now) } : undefined;
}

/** The effects of a withdrawn decision cannot be undone; the action records the withdrawal and its reason. */
function withdrawn({ reason, correctedOn, protocol, previous }: Corrected): Reaction<ActionCommand>[] {
  const kept = new Set(protocol.earlierActions.map(({ actionId }) => actionId));
  return previous.earlierActions
    .filter(({ actionId }) => !kept.has(actionId))
    .map(({ actionId }) => toAction(actionId, { type: 'NoteProgress', note: reason, on: correctedOn }));
}

function corrected(
  { meetingId, version, reason, correctedOn }: Corrected,
  actionId: string,
  before: ActionChanges,
  changes: ActionChanges,
): Reaction<ActionCommand>[] {
  const fields = Object.keys(changes).filter((field) => !isSame(pick(before, [field]), pick(changes, [field])));
  if (fields.length === 0) return [];
  const [from, to] = [pick(before, fields), pick(changes, fields)];
  return [toAction(actionId, { type: 'ApplyCorrection', meetingId, version, from, to, reason, on: correctedOn })];
}
