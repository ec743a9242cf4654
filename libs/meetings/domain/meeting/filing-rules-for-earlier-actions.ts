import { refusedByAction } from '#actions/contract';
import type { EarlierAction } from '../../contract/protocol.js';
import { incompleteOutcome, isBeforeMeeting } from '../draft/incomplete-actions.js';
import type { DraftEarlierAction } from '../draft/protocol-draft.js';
import { isSameDay, type Broken, type Filing } from './filing-rule-types.js';

/** Rules about the meeting's decision on an earlier action, in its state on the day of the meeting (R4). */
export function* brokenByEarlier(filing: Filing, action: DraftEarlierAction, at: string): Generator<Broken> {
  if (action.outcome === null) return;
  yield* incompleteOutcome(action, filing.draft.heldOn, at);
  if (!decidesAsFiled(filing, action)) yield* brokenByStanding(filing, action, at);
}

/** The action can follow the decision: it was open on the day, has an active owner, and nothing was decided since. */
function* brokenByStanding(filing: Filing, action: DraftEarlierAction, at: string): Generator<Broken> {
  const { draft, facts, previous } = filing;
  const { actionId, outcome } = action;
  const isOwn = previous?.actions.some((own) => own.actionId === actionId) ?? false;
  const open = facts.openActions.find((it) => it.actionId === actionId);
  const current = facts.actionStates.find((it) => it.actionId === actionId);
  const refused =
    !current || outcome === null || draft.heldOn === null
      ? []
      : refusedByAction({ ...action, outcome }, current, draft.heldOn);
  const has = (wanted: (typeof refused)[number]['rule']) => refused.some(({ rule }) => rule === wanted);
  if (isOwn || !open || has('DECIDED_BEFORE_AGREED') || (has('ACTION_ENDED') && !open.isDecidedSince)) {
    yield { rule: 'EARLIER_ACTION_NOT_OPEN', at: `${at}.actionId` };
    return;
  }
  const isCompletedThen = outcome === 'completed' && open.completedOn !== null && open.completedOn === draft.heldOn;
  if ((open.isDecidedSince && outcome !== 'on-track' && !isCompletedThen) || has('DECIDED_SINCE_THE_MEETING'))
    yield { rule: 'EARLIER_ACTION_DECIDED_SINCE', at: `${at}.outcome` };
  else if (!isBeforeMeeting(action.dueOn, draft.heldOn) && has('DUE_DATE_NOT_LATER'))
    yield { rule: 'CARRIED_ON_NOT_LATER', at: `${at}.dueOn` };
  if ((outcome === 'carried-on' || outcome === 'changed') && !open.hasActiveOwner)
    yield { rule: 'OWNER_NOT_ACTIVE', at: `${at}.actionId` };
}

/** True for a correction with the same outcome and dates, other texts at most: its effects have already happened. */
function decidesAsFiled(filing: Filing, action: DraftEarlierAction): boolean {
  const before = filing.previous?.earlierActions.find(({ actionId }) => actionId === action.actionId);
  return before !== undefined && isSameDay(filing) && isSameDecision(before, action);
}

function isSameDecision(
  before: EarlierAction,
  { outcome, text, dueOn, followUpOn, abandonReason }: DraftEarlierAction,
) {
  switch (before.outcome) {
    case 'completed':
      return outcome === 'completed';
    case 'abandoned':
      return outcome === 'abandoned' && abandonReason === before.reason;
    case 'on-track':
      return outcome === 'on-track' && followUpOn === before.followUpOn;
    case 'carried-on':
      return outcome === 'carried-on' && dueOn === before.dueOn && followUpOn === before.followUpOn;
    case 'changed':
      return (
        outcome === 'changed' && text === before.text && dueOn === before.dueOn && followUpOn === before.followUpOn
      );
  }
}
