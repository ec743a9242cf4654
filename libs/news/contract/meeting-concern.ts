import type { CalendarDate } from '#platform/kernel';

/** A meeting whose people are asked for. */
export interface ConcerningMeeting {
  readonly meetingId: string;
  readonly on: CalendarDate;
  readonly unitIds: readonly string[];
  readonly calledIds: readonly string[];
}

/** The meetings that a person goes to. */
export abstract class MeetingConcern {
  /**
   * Ids of the meetings that are the person's own today: of a unit that they lead or whose meetings they chair, of a table
   * at which they are a standing participant, of a unit whose contact for a service they are, and those to which they are
   * called. The coordinator's and the service unit leaders' view over all meetings does not count. On the days on which
   * they stand in for somebody who is away, that person's meetings are theirs too.
   */
  abstract own(
    tenant: string,
    personId: string,
    meetings: readonly ConcerningMeeting[],
    today: CalendarDate,
  ): Promise<ReadonlySet<string>>;
}
