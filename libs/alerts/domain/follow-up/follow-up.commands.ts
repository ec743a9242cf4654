import type { CalendarDate, PersonId, UnitId } from '#platform/kernel';
import type { Cause } from '../../contract/index.js';

interface OfUnit {
  readonly unitId: UnitId;
  readonly about: Cause;
  readonly today: CalendarDate;
}

/** Reminds those who lead the unit of what it is late with. */
export interface RemindUnit extends OfUnit {
  readonly type: 'RemindUnit';
  readonly note: string | null;
  /** Who leads the unit today, and how many alerts of this cause hold there: read before. */
  readonly facts: { readonly leaderIds: readonly PersonId[]; readonly causes: number };
}
/** Notes a telephone call with the unit. */
export interface NoteCall extends OfUnit {
  readonly type: 'NoteCall';
  readonly withId: PersonId | null;
  readonly note: string;
  /** Whether the one who is said to have answered is known to the municipality. */
  readonly facts: { readonly knowsPerson: boolean };
}
export type FollowUpCommand = RemindUnit | NoteCall;
