import { incompleteAction, incompleteActions } from '../draft/incomplete-actions.js';
import type { DraftAction } from '../draft/protocol-draft.js';
import { brokenByEarlier } from './filing-rules-for-earlier-actions.js';
import { isActiveThen, isSameDay, type Broken, type Filing } from './filing-rule-types.js';

/** Rules about agreed actions: each with one active owner, a due date and a follow-up (R2–R4). */
export function* brokenByActions(filing: Filing): Generator<Broken> {
  const { actions, earlierActions } = filing.draft;
  yield* incompleteActions(filing.draft);
  yield* brokenByIds(filing);
  for (const [i, action] of actions.entries()) yield* brokenByNew(filing, action, `actions.${i}`);
  for (const [i, action] of earlierActions.entries()) yield* brokenByEarlier(filing, action, `earlierActions.${i}`);
  yield* brokenByTakingOut(filing);
}

/** A correction may drop an action from a protocol only while the action is open. */
function* brokenByTakingOut({ draft, facts, previous }: Filing): Generator<Broken> {
  const ended = new Map(facts.actionStates.filter(({ isOpen }) => !isOpen).map((it) => [it.actionId, it]));
  const isGone = (list: readonly { readonly actionId: string }[], id: string) => !list.some((it) => it.actionId === id);
  const decided = draft.earlierActions.filter(({ outcome }) => outcome !== null);
  for (const { actionId } of previous?.actions ?? [])
    if (isGone(draft.actions, actionId) && ended.get(actionId)?.isAbandoned === false)
      yield { rule: 'DECIDED_ACTION_HAS_ENDED', at: 'actions' };
  for (const { actionId } of previous?.earlierActions ?? [])
    if (isGone(decided, actionId) && ended.has(actionId))
      yield { rule: 'DECIDED_ACTION_HAS_ENDED', at: 'earlierActions' };
}

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

function* brokenByNew(filing: Filing, action: DraftAction, at: string): Generator<Broken> {
  const { draft, facts } = filing;
  // People already in the protocol, for the same day, were checked when it was filed.
  const before = isSameDay(filing)
    ? filing.previous?.actions.find(({ actionId }) => actionId === action.actionId)
    : undefined;
  yield* incompleteAction(action, draft.heldOn, at);
  if (action.ownerId !== null && !isActiveThen(facts, action.ownerId) && before?.ownerId !== action.ownerId)
    yield { rule: 'OWNER_NOT_ACTIVE', at: `${at}.ownerId` };
  if (!isService(facts, action.ownerServiceId)) yield { rule: 'SERVICE_UNKNOWN', at: `${at}.ownerServiceId` };
  for (const [i, { personId, serviceId }] of action.contributors.entries()) {
    if (personId !== null && !facts.people.some((person) => person.personId === personId))
      yield { rule: 'PERSON_UNKNOWN', at: `${at}.contributors.${i}.personId` };
    else if (
      personId !== null &&
      !isActiveThen(facts, personId) &&
      !before?.contributors.some((it) => it.personId === personId)
    )
      yield { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: `${at}.contributors.${i}.personId` };
    if (!isService(facts, serviceId)) yield { rule: 'SERVICE_UNKNOWN', at: `${at}.contributors.${i}.serviceId` };
  }
  if (action.matterId !== null && !draft.matters.some(({ matterId }) => matterId === action.matterId))
    yield { rule: 'MATTER_UNKNOWN', at: `${at}.matterId` };
}

const isService = (facts: Filing['facts'], serviceId: string | null) =>
  serviceId === null || facts.serviceIds.includes(serviceId);
