import type { TimeOfDay } from '#platform/kernel';
import { Protocol } from '../../contract/protocol.js';
import type { DraftEarlierAction, ProtocolDraft } from '../draft/protocol-draft.js';
import type { Broken } from './filing-rules.types.js';

/**
 * The protocol that a draft is filed as: earlier actions that were not talked about are left out, empty texts are none.
 * What the rules should have caught and did not is refused here, for the log only takes what it can give back.
 */
export function filedAs(draft: ProtocolDraft, startsAt: TimeOfDay): Protocol | { readonly broken: readonly Broken[] } {
  const parsed = Protocol.safeParse({
    ...draft,
    startedAt: draft.startedAt ?? startsAt,
    place: textOrNone(draft.place),
    // A name left from a choice that was taken back says nothing.
    participants: draft.participants.map((it) => (it.attendance === 'deputy' ? it : { ...it, deputyId: null })),
    earlierActions: draft.earlierActions.flatMap(earlierAction),
    actions: draft.actions.map((action) => ({
      ...action,
      wantedEffect: textOrNone(action.wantedEffect),
      contributors: action.contributors.filter(({ personId, serviceId }) => personId !== null || serviceId !== null),
    })),
  });
  if (parsed.success) return parsed.data;
  return { broken: parsed.error.issues.map(({ path }) => ({ rule: 'PROTOCOL_INCOMPLETE', at: path.join('.') })) };
}

/** The draft that says the same as a filed protocol, so that a correction begins where the protocol stands. */
export const draftOf = (protocol: Protocol): ProtocolDraft => ({
  ...protocol,
  earlierActions: protocol.earlierActions.map((it) => ({
    ...EMPTY_EARLIER,
    ...it,
    ...(it.outcome === 'abandoned' && { abandonReason: it.reason, reason: null }),
  })),
});

const EMPTY_EARLIER = {
  text: null,
  dueOn: null,
  followUpOn: null,
  reason: null,
  abandonReason: null,
  note: null,
} as const;

function earlierAction(action: DraftEarlierAction): unknown[] {
  const { outcome, abandonReason, ...rest } = action;
  if (outcome === null) return [];
  const note = textOrNone(rest.note);
  return [outcome === 'abandoned' ? { ...rest, outcome, note, reason: abandonReason } : { ...rest, outcome, note }];
}

const textOrNone = (text: string | null) => (text === null || text.trim() === '' ? null : text);
