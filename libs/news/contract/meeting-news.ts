import type { CalendarDate, SchoolYear } from '#platform/kernel';
import type { MeetingKind } from '#meetings/contract';
import type { NewsId } from './news.events.js';

/**
 * What is new in the meeting plan for each whom it concerns: at most one piece for a person and a meeting, or a year's
 * plan, however much has happened with it. Who is told by other means, such as mail, asks here too.
 */
export abstract class MeetingNews {
  /** What one person has not confirmed yet, the newest first. */
  abstract of(municipality: string, personId: string, today: CalendarDate): Promise<readonly News[]>;
  /** The same of everyone who has any, by person. Some of them may have left: ask the registry who is active. */
  abstract ofEveryone(municipality: string, today: CalendarDate): Promise<ReadonlyMap<string, readonly News[]>>;
}

export type News = ChangedMeeting | LaidPlan;

/** What every piece says of where it stands. */
export interface Told {
  readonly newsId: NewsId;
  /**
   * The last event it tells of. With `newsId` it says what was told: as long as both are the same, there is nothing more
   * to tell.
   */
  readonly upTo: string;
  /** All that it tells of, oldest first: one may have read it before the last of them came. */
  readonly eventIds: readonly string[];
  /** Its place in the log, for the order. */
  readonly position: bigint;
  /** When that was (ISO instant). */
  readonly at: string;
  /** Who did it, the last first; never the reader. None where it was the system itself. */
  readonly byIds: readonly string[];
}

/** When and where a meeting is to be. */
export interface Appointment {
  readonly on: CalendarDate;
  readonly startsAt: string;
  readonly place: string | null;
}

export interface ChangedMeeting extends Told {
  readonly about: 'meeting';
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly unitIds: readonly string[];
  readonly urgent: boolean;
  readonly what: 'called' | 'moved' | 'postponed' | 'relocated' | 'cancelled';
  /** As the reader last knew it; null where they did not know of it. */
  readonly before: Appointment | null;
  /** As it stands now; null where it is cancelled. */
  readonly after: Appointment | null;
  readonly reason: string | null;
  /** Whom a notice (innkalling) has gone to. */
  readonly calledIds: readonly string[];
}

export interface LaidPlan extends Told {
  readonly about: 'plan';
  readonly schoolYear: SchoolYear;
  /** Those of the planned units that concern the reader. */
  readonly unitIds: readonly string[];
  readonly meetings: number;
  /** The meeting, where there is one alone. */
  readonly only: { readonly meetingId: string; readonly on: CalendarDate; readonly startsAt: string } | null;
}
