import { holdsNationalNumber, never, refuse, type Decider } from '#platform/kernel';
import { DecisionRefused, RefusedDecisionSeen, type RefusedDecisionEvent } from '../../contract/index.js';
import type { RefusedDecisionCommand, SeeRefusal } from './refused-decision.commands.js';
import type { RefusedDecision } from './refused-decision.state.js';

export type RefusedDecisionRule = 'NOT_FOUND' | 'TEXT_HOLDS_NATIONAL_NUMBER';

/** A protocol's decision that its action refused, open until the coordinator has seen it (ADR 0255). */
export const refusedDecision: Decider<
  RefusedDecision,
  RefusedDecisionCommand,
  RefusedDecisionEvent,
  RefusedDecisionRule
> = {
  initialState: null,
  decide(command, state) {
    switch (command.type) {
      case 'NoteRefusal': {
        const { type: _, unitIds, rules, ...decision } = command;
        return state ? [] : [DecisionRefused({ ...decision, unitIds: [...unitIds], rules: [...rules] })];
      }
      case 'SeeRefusal':
        return see(command, state);
      default:
        return never(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'actions.DecisionRefused': {
        const { refusalId, actionId } = event.data;
        return state ?? { refusalId, actionId, isSeen: false };
      }
      case 'actions.RefusedDecisionSeen':
        return state && { ...state, isSeen: true };
      default:
        return never(event);
    }
  },
};

function see({ by, on, reason }: SeeRefusal, state: RefusedDecision) {
  if (!state) return refuse('NOT_FOUND');
  if (state.isSeen) return [];
  if (holdsNationalNumber(reason)) return refuse('TEXT_HOLDS_NATIONAL_NUMBER', 'reason');
  const { refusalId, actionId } = state;
  return [RefusedDecisionSeen({ refusalId, actionId, by, on, reason })];
}
