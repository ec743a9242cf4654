import type { BrokenRule, CalendarDate, SchoolYear } from '#platform/kernel';
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
  readonly facts: FilingFacts;
  /** The version that a correction replaces. */
  readonly previous?: Protocol;
}

export type Broken = BrokenRule<FilingRule>;

export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
