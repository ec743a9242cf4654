import type { CalendarDate } from '#platform/kernel';

/** Each time is recorded, whatever was before. */
export interface SignOut {
  /** The last day on which everybody was signed out; null if that never happened. */
  readonly everybodyOn: CalendarDate | null;
}
