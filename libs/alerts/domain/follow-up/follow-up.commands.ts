import type { CalendarDate, PersonId, UnitId } from '#platform/kernel';
import type { ReminderCause } from '../../contract/index.js';

interface OfUnit {
  readonly unitId: UnitId;
  readonly about: ReminderCause;
  readonly today: CalendarDate;
}

/** Reminds the unit's leaders of alerts. */
export interface RemindUnit extends OfUnit {
  readonly type: 'RemindUnit';
  readonly note: string | null;
  /** The unit's leaders today, and the number of alerts with this cause there; read beforehand. */
  readonly facts: { readonly leaderIds: readonly PersonId[]; readonly causes: number };
}
/** Records a telephone call with the unit. */
export interface NoteCall extends OfUnit {
  readonly type: 'NoteCall';
  readonly withId: PersonId | null;
  readonly note: string;
  /** True when the municipality knows the person who is said to have answered; read beforehand. */
  readonly facts: { readonly knowsPerson: boolean };
}
export type FollowUpCommand = RemindUnit | NoteCall;
