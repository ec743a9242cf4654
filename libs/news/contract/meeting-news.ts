import type { CalendarDate, SchoolYear } from '#platform/kernel';
import type { MeetingKind } from '#meetings/contract';
import type { NewsId } from './news.events.js';

/**
 * Events of a news item that a person was told of in another way, such as by mail: what happened up to the last of them
 * is known to them, as if they had confirmed it.
 */
export type KnownOtherwise = (personId: string, newsId: NewsId) => readonly string[];

/**
 * News of the meeting plan by person: at most one item for a person and a meeting, or for a year's plan, however many
 * events it has. Also the source for other channels, such as mail.
 */
export abstract class MeetingNews {
  /** Unconfirmed news of one person, newest first. */
  abstract of(tenant: string, personId: string, today: CalendarDate, known?: KnownOtherwise): Promise<readonly News[]>;
  /** The same for everyone with news, by person. Some may have left: ask the registry who is active. */
  abstract ofEveryone(
    tenant: string,
    today: CalendarDate,
    known?: KnownOtherwise,
  ): Promise<ReadonlyMap<string, readonly News[]>>;
}

export type News = ChangedMeeting | PublishedPlan;

/** Common fields of every news item. */
export interface NewsItem {
  readonly newsId: NewsId;
  /**
   * The last event included. Together with `newsId` it identifies the content: as long as both are unchanged, there is
   * nothing new to tell.
   */
  readonly upTo: string;
  /** All events included, oldest first: the reader may have read it before the last of them. */
  readonly eventIds: readonly string[];
  /** Position of the last event, for the order. */
  readonly position: bigint;
  /** Time of the last event (ISO instant). */
  readonly at: string;
  /** The people who acted, last first; never the reader. Empty when it was the system itself. */
  readonly byIds: readonly string[];
}

/** Time and place of a meeting. */
export interface Appointment {
  readonly on: CalendarDate;
  readonly startsAt: string;
  readonly place: string | null;
}

export interface ChangedMeeting extends NewsItem {
  readonly about: 'meeting';
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly unitIds: readonly string[];
  readonly urgent: boolean;
  readonly what: 'called' | 'moved' | 'postponed' | 'relocated' | 'cancelled';
  /** State last known to the reader; null when they did not know of it. */
  readonly before: Appointment | null;
  /** Current state; null when cancelled. */
  readonly after: Appointment | null;
  readonly reason: string | null;
  /** Receivers of a notice (innkalling). */
  readonly calledIds: readonly string[];
}

export interface PublishedPlan extends NewsItem {
  readonly about: 'plan';
  readonly schoolYear: SchoolYear;
  /** The planned units that concern the reader. */
  readonly unitIds: readonly string[];
  readonly meetings: number;
  /** The meeting, when there is only one. */
  readonly only: { readonly meetingId: string; readonly on: CalendarDate; readonly startsAt: string } | null;
}
