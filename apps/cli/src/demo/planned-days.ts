import { schoolYearOf, type CalendarDate, type MeetingId } from '#platform/kernel';

interface PlannedMeeting {
  readonly meetingId: MeetingId;
  readonly on: CalendarDate;
}

/** Days of the ordinary meetings, as plans, moves and cancellations leave them. */
export class PlannedDays {
  private readonly years = new Map<string, Map<MeetingId, CalendarDate>>();

  plan(unitId: string, year: number, meetings: readonly PlannedMeeting[]): void {
    this.years.set(keyOf(unitId, year), new Map(meetings.map(({ meetingId, on }) => [meetingId, on])));
  }

  /** A meeting moves within its school year; one that is no ordinary meeting is not kept. */
  move(unitId: string, meetingId: MeetingId, to: CalendarDate): void {
    const year = this.years.get(keyOf(unitId, schoolYearOf(to)));
    if (year?.has(meetingId)) year.set(meetingId, to);
  }

  cancel(unitId: string, meetingId: MeetingId, on: CalendarDate): void {
    this.years.get(keyOf(unitId, schoolYearOf(on)))?.delete(meetingId);
  }

  /** Oldest first. */
  of(unitId: string, year: number): readonly PlannedMeeting[] {
    return [...(this.years.get(keyOf(unitId, year)) ?? [])]
      .map(([meetingId, on]) => ({ meetingId, on }))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  }
}

const keyOf = (unitId: string, year: number): string => `${unitId}.${year}`;
