import type { BrokenRule, CalendarDate, SchoolYear, TimeOfDay } from '#platform/kernel';
import type { Protocol } from '../../contract/protocol.js';
import type { IncompleteRule } from '../draft/incomplete-protocol.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';
import type { FilingFacts } from './meeting.commands.js';

/** Why a protocol cannot be filed: what the draft lacks, and what the facts on the meeting's day do not allow. */
export type FilingRule =
  | IncompleteRule
  | 'OWNER_NOT_ACTIVE'
  | 'CARRIED_ON_NOT_LATER'
  | 'EARLIER_ACTION_NOT_OPEN'
  | 'DECIDED_ACTION_HAS_ENDED'
  | 'EARLIER_ACTION_DECIDED_SINCE'
  | 'DUPLICATE_ACTION'
  | 'ACTION_ID_USED'
  | 'DUPLICATE_MATTER'
  | 'DUPLICATE_PARTICIPANT'
  | 'MATTER_UNKNOWN'
  | 'NOBODY_FROM_UNIT'
  | 'NOBODY_FROM_SERVICE'
  | 'PERSON_UNKNOWN'
  | 'NOT_ACTIVE_ON_MEETING_DAY'
  | 'DEPUTY_NOT_NAMED'
  | 'DEPUTY_IS_THE_SAME_PERSON'
  | 'DEPUTY_ALREADY_SEATED'
  | 'DEPUTY_FOR_SEVERAL'
  | 'SERVICE_UNKNOWN'
  | 'DAY_OUTSIDE_SCHOOL_YEAR'
  | 'NATIONAL_NUMBER_IN_TEXT'
  | 'PROTOCOL_INCOMPLETE';

/** Facts for the rules besides the draft. */
export interface Filing {
  readonly draft: ProtocolDraft;
  readonly unitIds: readonly string[];
  readonly schoolYear: SchoolYear;
  readonly today: CalendarDate;
  /** The planned start, used when the draft has none. */
  readonly startsAt: TimeOfDay;
  readonly facts: FilingFacts;
  /** The version that a correction replaces. */
  readonly previous?: Protocol;
}

export type Broken = BrokenRule<FilingRule>;

/** True in a correction that leaves the meeting on its day: what it repeats was judged when it was filed. */
export const isSameDay = ({ draft, previous }: Filing): boolean => previous?.heldOn === draft.heldOn;

/** True when the registry knows the person and they held a role on the day of the meeting. */
export const isActiveThen = ({ people }: FilingFacts, personId: string): boolean =>
  people.some((person) => person.personId === personId && person.active);
