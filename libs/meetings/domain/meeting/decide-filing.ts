import { holdsNationalNumber, isSame, refuse, refuseAll, type Refused } from '#platform/kernel';
import { MeetingHeld, ProtocolCorrected, ProtocolFiled, type MeetingEvent } from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';
import { filedAs } from './filed-protocol.js';
import { brokenByFiling } from './filing-rules.js';
import type { Broken, FilingRule } from './filing-rule-types.js';
import type { CorrectProtocol, FileProtocol } from './meeting.commands.js';
import type { Coming, Filed, Held } from './meeting.state.js';

type Answer = readonly MeetingEvent[] | Refused<FilingRule | 'CORRECTION_CHANGES_NOTHING'>;

/** Files the draft as version 1; first reports the meeting as held if it was not, or was held on another day. */
export function fileProtocol(command: FileProtocol, meeting: Coming | Held): Answer {
  const protocol = lawful(command, meeting);
  if ('refused' in protocol) return protocol;
  const unitIds = [...meeting.unitIds];
  const { meetingId } = meeting;
  const { heldOn } = protocol;
  const held = meeting.status === 'held' && meeting.on === heldOn;
  return [
    ...(held ? [] : [MeetingHeld({ unitIds, heldOn, insteadOf: meeting.on })]),
    ProtocolFiled({
      meetingId,
      unitIds,
      filedOn: command.today,
      filedBy: command.by,
      protocol,
    }),
  ];
}

/** Replaces the filed protocol by a new complete version; all filing rules apply again. */
export function correctProtocol(command: CorrectProtocol, meeting: Filed): Answer {
  const protocol = lawful(command, meeting, meeting.protocol, [
    ...(holdsNationalNumber(command.reason) ? [{ rule: 'NATIONAL_NUMBER_IN_TEXT', at: 'reason' } as const] : []),
  ]);
  if ('refused' in protocol) return protocol;
  const { heldOn, actions, earlierActions } = meeting.protocol;
  if (isSame(protocol, meeting.protocol)) return refuse('CORRECTION_CHANGES_NOTHING');
  return [
    ProtocolCorrected({
      meetingId: meeting.meetingId,
      unitIds: [...meeting.unitIds],
      version: meeting.version + 1,
      reason: command.reason,
      correctedOn: command.today,
      correctedBy: command.by,
      protocol,
      previous: { heldOn, filedOn: meeting.filedOn, actions, earlierActions },
    }),
  ];
}

function lawful(
  { draft, today, facts }: FileProtocol | CorrectProtocol,
  { unitIds, schoolYear, startsAt }: Coming | Held | Filed,
  previous?: Protocol,
  others: readonly Broken[] = [],
): Protocol | Refused<FilingRule> {
  const broken = refuseAll([
    ...brokenByFiling({ draft, unitIds, schoolYear, startsAt, today, facts, previous }),
    ...others,
  ]);
  if (broken) return broken;
  const protocol = filedAs(draft, startsAt);
  return 'broken' in protocol ? refuseAll(protocol.broken)! : protocol;
}
