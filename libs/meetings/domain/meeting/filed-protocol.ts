import type { TimeOfDay } from '#platform/kernel';
import { Protocol } from '../../contract/protocol.js';
import type { DraftEarlierAction, ProtocolDraft } from '../draft/protocol-draft.js';
import type { Broken } from './filing-rule-types.js';

/**
 * The protocol to file for a draft: earlier actions that were not discussed are left out, empty texts become null. A
 * value that passed the rules by mistake is refused here, since the log accepts only valid events.
 */
export function filedAs(draft: ProtocolDraft, startsAt: TimeOfDay): Protocol | { readonly broken: readonly Broken[] } {
  const parsed = Protocol.safeParse({
    ...draft,
    startedAt: draft.startedAt ?? startsAt,
    place: textOrNone(draft.place),
    // A deputy's name is dropped when the attendance is no longer `deputy`.
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

/** The draft with the content of a filed protocol, from which a correction starts. */
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
