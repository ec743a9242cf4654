import type { CalendarDate } from '#platform/kernel';
import { refusedByAction } from '#actions/contract';
import type { DraftAction, DraftEarlierAction } from '../draft/protocol-draft.js';
import { isBlank, type Broken, type Filing, type FilingRule } from './filing.rule.js';

/** The rules that make a meeting end in actions: each with one active owner, a due date and a follow-up (R2–R4). */
export function* brokenByActions(filing: Filing): Generator<Broken> {
  const { actions, earlierActions } = filing.draft;
  if (actions.length === 0 && !earlierActions.some(goesOn)) yield { rule: 'PROTOCOL_WITHOUT_ACTIONS', at: 'actions' };
  yield* brokenByIds(filing);
  for (const [i, action] of actions.entries()) yield* brokenByNew(filing, action, `actions.${i}`);
  for (const [i, action] of earlierActions.entries()) yield* brokenByEarlier(filing, action, `earlierActions.${i}`);
  yield* brokenByTakingOut(filing);
}

/** What a correction takes out of a protocol is undone in its actions only while they are open. */
function* brokenByTakingOut({ draft, facts, previous }: Filing): Generator<Broken> {
  const ended = new Map(facts.standing.filter(({ isOpen }) => !isOpen).map((it) => [it.actionId, it]));
  const isGone = (list: readonly { readonly actionId: string }[], id: string) => !list.some((it) => it.actionId === id);
  const decided = draft.earlierActions.filter(({ outcome }) => outcome !== null);
  for (const { actionId } of previous?.actions ?? [])
    if (isGone(draft.actions, actionId) && ended.get(actionId)?.isAbandoned === false)
      yield { rule: 'DECIDED_ACTION_HAS_ENDED', at: 'actions' };
  for (const { actionId } of previous?.earlierActions ?? [])
    if (isGone(decided, actionId) && ended.has(actionId))
      yield { rule: 'DECIDED_ACTION_HAS_ENDED', at: 'earlierActions' };
}

/** An open action that the meeting carried on, or changed, with a new follow-up. */
const goesOn = ({ outcome, followUpOn }: DraftEarlierAction) =>
  (outcome === 'carried-on' || outcome === 'changed') && followUpOn !== null;

function* brokenByIds({ draft, facts, previous }: Filing): Generator<Broken> {
  const used = new Set(facts.usedActionIds);
  const own = new Set<string>(previous?.actions.map(({ actionId }) => actionId));
  const seen = new Set<string>(facts.openActions.map(({ actionId }) => actionId).filter((id) => !own.has(id)));
  for (const [i, { actionId }] of draft.actions.entries()) {
    if (seen.has(actionId)) yield { rule: 'DUPLICATE_ACTION', at: `actions.${i}.actionId` };
    else if (used.has(actionId) && !own.has(actionId)) yield { rule: 'ACTION_ID_USED', at: `actions.${i}.actionId` };
    seen.add(actionId);
  }
  const earlier = new Set<string>();
  for (const [i, { actionId }] of draft.earlierActions.entries()) {
    if (earlier.has(actionId)) yield { rule: 'DUPLICATE_ACTION', at: `earlierActions.${i}.actionId` };
    earlier.add(actionId);
  }
}

function* brokenByNew({ draft, facts }: Filing, action: DraftAction, at: string): Generator<Broken> {
  if (isBlank(action.text)) yield { rule: 'ACTION_WITHOUT_TEXT', at: `${at}.text` };
  if (action.ownerId === null) yield { rule: 'ACTION_WITHOUT_OWNER', at: `${at}.ownerId` };
  else if (!isActive(facts, action.ownerId)) yield { rule: 'OWNER_NOT_ACTIVE', at: `${at}.ownerId` };
  yield* brokenByDates(draft.heldOn, action, at);
  if (action.level === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.level` };
  if (action.category === null) yield { rule: 'ACTION_NOT_CLASSIFIED', at: `${at}.category` };
  if (!isService(facts, action.ownerServiceId)) yield { rule: 'SERVICE_UNKNOWN', at: `${at}.ownerServiceId` };
  for (const [i, { personId, serviceId }] of action.contributors.entries()) {
    if (personId !== null && !facts.people.some((person) => person.personId === personId))
      yield { rule: 'PERSON_UNKNOWN', at: `${at}.contributors.${i}.personId` };
    if (!isService(facts, serviceId)) yield { rule: 'SERVICE_UNKNOWN', at: `${at}.contributors.${i}.serviceId` };
  }
  if (action.matterId !== null && !draft.matters.some(({ matterId }) => matterId === action.matterId))
    yield { rule: 'MATTER_UNKNOWN', at: `${at}.matterId` };
}

function* brokenByEarlier(filing: Filing, action: DraftEarlierAction, at: string): Generator<Broken> {
  const { draft, facts, previous } = filing;
  if (action.outcome === null) return;
  const open = facts.openActions.find(({ actionId }) => actionId === action.actionId);
  const isOwn = previous?.actions.some(({ actionId }) => actionId === action.actionId) ?? false;
  // What this very meeting completed or abandoned is no longer open, and must still stand in its correction.
  const before = previous?.earlierActions.find(({ actionId }) => actionId === action.actionId);
  const stood = before?.outcome === action.outcome;
  const standing = facts.standing.find(({ actionId }) => actionId === action.actionId);
  const refused =
    stood || !standing || draft.heldOn === null
      ? []
      : refusedByAction({ ...action, outcome: action.outcome }, standing, draft.heldOn);
  const hasEnded = refused.some(({ rule }) => rule === 'ACTION_ENDED');
  if (isOwn || hasEnded || (!open && !stood)) yield { rule: 'EARLIER_ACTION_NOT_OPEN', at: `${at}.actionId` };
  const isEarlyDueDate = action.dueOn !== null && isBefore(action.dueOn, draft.heldOn);
  if (!isEarlyDueDate && refused.some(({ rule }) => rule === 'DUE_DATE_NOT_LATER'))
    yield { rule: 'CARRIED_ON_NOT_LATER', at: `${at}.dueOn` };
  const missing = (rule: FilingRule, field: string): Broken => ({ rule, at: `${at}.${field}` });
  switch (action.outcome) {
    case 'on-track':
      if (action.followUpOn === null) yield missing('ACTION_WITHOUT_FOLLOW_UP', 'followUpOn');
      else if (isBefore(action.followUpOn, draft.heldOn)) yield missing('FOLLOW_UP_BEFORE_MEETING', 'followUpOn');
      break;
    case 'carried-on':
    case 'changed':
      if (open && !isActive(facts, open.ownerId)) yield missing('OWNER_NOT_ACTIVE', 'actionId');
      if (action.outcome === 'changed' && isBlank(action.text)) yield missing('ACTION_WITHOUT_TEXT', 'text');
      yield* brokenByDates(draft.heldOn, action, at);
      if (isBlank(action.reason)) yield missing('ACTION_WITHOUT_REASON', 'reason');
      break;
    case 'abandoned':
      if (action.abandonReason === null) yield missing('ACTION_WITHOUT_REASON', 'abandonReason');
      break;
    case 'completed':
      break;
  }
}

function* brokenByDates(
  heldOn: CalendarDate | null,
  { dueOn, followUpOn }: Pick<DraftAction, 'dueOn' | 'followUpOn'>,
  at: string,
): Generator<Broken> {
  if (dueOn === null) yield { rule: 'ACTION_WITHOUT_DUE_DATE', at: `${at}.dueOn` };
  else if (isBefore(dueOn, heldOn)) yield { rule: 'DUE_DATE_BEFORE_MEETING', at: `${at}.dueOn` };
  if (followUpOn === null) yield { rule: 'ACTION_WITHOUT_FOLLOW_UP', at: `${at}.followUpOn` };
  else if (isBefore(followUpOn, heldOn)) yield { rule: 'FOLLOW_UP_BEFORE_MEETING', at: `${at}.followUpOn` };
}

const isBefore = (day: CalendarDate, heldOn: CalendarDate | null) => heldOn !== null && day < heldOn;
const isService = (facts: Filing['facts'], serviceId: string | null) =>
  serviceId === null || facts.serviceIds.includes(serviceId);
const isActive = (facts: Filing['facts'], personId: string) =>
  facts.people.some((person) => person.personId === personId && person.active);
