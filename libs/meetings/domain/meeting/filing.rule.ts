import type { BrokenRule, CalendarDate, SchoolYear, TimeOfDay } from '#platform/kernel';
import type { Protocol } from '../../contract/protocol.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';
import type { FilingFacts } from './meeting.commands.js';

export type FilingRule =
  | 'PROTOCOL_WITHOUT_ACTIONS'
  | 'ACTION_WITHOUT_TEXT'
  | 'ACTION_WITHOUT_OWNER'
  | 'OWNER_NOT_ACTIVE'
  | 'ACTION_WITHOUT_DUE_DATE'
  | 'ACTION_WITHOUT_FOLLOW_UP'
  | 'ACTION_NOT_CLASSIFIED'
  | 'ACTION_WITHOUT_REASON'
  | 'DUE_DATE_BEFORE_MEETING'
  | 'FOLLOW_UP_BEFORE_MEETING'
  | 'CARRIED_ON_NOT_LATER'
  | 'EARLIER_ACTION_NOT_OPEN'
  | 'DECIDED_ACTION_HAS_ENDED'
  | 'EARLIER_ACTION_DECIDED_SINCE'
  | 'DUPLICATE_ACTION'
  | 'ACTION_ID_USED'
  | 'DUPLICATE_MATTER'
  | 'DUPLICATE_PARTICIPANT'
  | 'MATTER_INCOMPLETE'
  | 'MATTER_UNKNOWN'
  | 'NOBODY_FROM_UNIT'
  | 'NOBODY_FROM_SERVICE'
  | 'ATTENDANCE_NOT_STATED'
  | 'PERSON_UNKNOWN'
  | 'NOT_ACTIVE_ON_MEETING_DAY'
  | 'DEPUTY_NOT_NAMED'
  | 'DEPUTY_IS_THE_SAME_PERSON'
  | 'DEPUTY_ALREADY_SEATED'
  | 'DEPUTY_FOR_SEVERAL'
  | 'SERVICE_UNKNOWN'
  | 'DAY_OF_MEETING_MISSING'
  | 'MEETING_IN_FUTURE'
  | 'DAY_OUTSIDE_SCHOOL_YEAR'
  | 'ENDED_BEFORE_IT_BEGAN'
  | 'NEXT_MEETING_NOT_LATER'
  | 'NATIONAL_NUMBER_IN_TEXT'
  | 'PROTOCOL_INCOMPLETE';

/** What the rules look at besides the draft itself. */
export interface Filing {
  readonly draft: ProtocolDraft;
  readonly unitIds: readonly string[];
  readonly schoolYear: SchoolYear;
  readonly today: CalendarDate;
  /** The planned start, which holds where the draft says none. */
  readonly startsAt: TimeOfDay;
  readonly facts: FilingFacts;
  /** The version that a correction replaces. */
  readonly previous?: Protocol;
}

export type Broken = BrokenRule<FilingRule>;

export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/** True in a correction that leaves the meeting on its day: what it repeats was judged when it was filed. */
export const isSameDay = ({ draft, previous }: Filing): boolean => previous?.heldOn === draft.heldOn;

/** True where the registry knows the person and they held a role on the day of the meeting. */
export const isActiveThen = ({ people }: FilingFacts, personId: string): boolean =>
  people.some((person) => person.personId === personId && person.active);
