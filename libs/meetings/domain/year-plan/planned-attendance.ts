import { addDays, weekdayOf, type CalendarDate, type TimeOfDay } from '#platform/kernel';

/** A meeting in the year plan, decided or only proposed. */
export interface MeetingInPlan {
  /** Unique key: the meeting's id, or `<unitId>/<month>` for a proposed one. */
  readonly key: string;
  /** The first one hosts. */
  readonly unitIds: readonly string[];
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
}

/** Expected participants of a unit's meetings. */
export interface ExpectedParticipants {
  /** Standing participants, and the people of services that must attend. */
  readonly people: readonly string[];
  /** Services that must attend. */
  readonly services: readonly string[];
}

/** Obstacle to a meeting at a day and hour. */
export type Collision =
  /** The person has another meeting at about that hour. */
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly unitId: string;
      readonly on: CalendarDate;
      readonly startsAt: TimeOfDay;
    }
  /** The unit itself has another meeting at about that hour. */
  | { readonly kind: 'unit'; readonly unitId: string; readonly on: CalendarDate; readonly startsAt: TimeOfDay }
  /** The service would have to attend more meetings that week than it can. */
  | {
      readonly kind: 'service';
      readonly serviceId: string;
      readonly week: CalendarDate;
      readonly wanted: number;
      readonly capacity: number;
    }
  /** Chosen on a day on which the unit is closed. */
  | { readonly kind: 'free-day'; readonly on: CalendarDate };

/** Minutes; nobody can attend two meetings closer than this. */
export const MINUTES_APART = 120;
const NOBODY: ExpectedParticipants = { people: [], services: [] };

/** A meeting on one date of the calendar. */
interface Entry {
  readonly meeting: MeetingInPlan;
  readonly minute: number;
}
/** Meetings of one person, unit or service: by day, or by week with its Monday as key. */
type Diary = Map<CalendarDate, Entry[]>;

/** Participants of every meeting, and the number of meetings per service and week. */
export class PlannedAttendance {
  private readonly diaries = new Map<string, Diary>();
  private readonly known = new Map<string, ExpectedParticipants>();

  constructor(
    private readonly participantsByUnit: ReadonlyMap<string, ExpectedParticipants>,
    /** Meetings per week that a service can attend; a missing service has no limit. */
    private readonly capacity: ReadonlyMap<string, number>,
  ) {}

  add(meeting: MeetingInPlan): void {
    const { unitIds, on } = meeting;
    const entry = { meeting, minute: minuteOf(meeting.startsAt) };
    const { people, services } = this.participantsAt(unitIds);
    for (const who of [...unitIds, ...people]) this.write(who, on, entry);
    for (const serviceId of services) {
      const week = mondayOf(on);
      // Two candidate dates for one meeting in the same week count once for the service.
      if (
        !this.diaries
          .get(serviceId)
          ?.get(week)
          ?.some((it) => it.meeting.key === meeting.key)
      )
        this.write(serviceId, week, entry);
    }
  }

  /** Obstacles to the meeting, itself not counted. */
  collisionsOf(meeting: MeetingInPlan): readonly Collision[] {
    return [...this.inTheWayOf(meeting)];
  }

  /** True when all people and units are free at that hour; far quicker than listing the obstacles. */
  isFreeFor(meeting: MeetingInPlan): boolean {
    const minute = minuteOf(meeting.startsAt);
    const { people } = this.participantsAt(meeting.unitIds);
    const isTaken = (who: string) => this.near(who, meeting, minute) !== undefined;
    return !meeting.unitIds.some(isTaken) && !people.some(isTaken);
  }

  /** True when every service can attend one more meeting that week, at any hour. */
  hasRoomFor(meeting: MeetingInPlan): boolean {
    return this.participantsAt(meeting.unitIds).services.every((serviceId) => !this.overfull(serviceId, meeting));
  }

  private *inTheWayOf(meeting: MeetingInPlan): Generator<Collision> {
    const { unitIds, on, startsAt } = meeting;
    const minute = minuteOf(startsAt);
    const { people, services } = this.participantsAt(unitIds);
    for (const unitId of unitIds) {
      const other = this.near(unitId, meeting, minute);
      if (other) yield { kind: 'unit', unitId, on, startsAt: other.startsAt };
    }
    for (const personId of people) {
      const other = this.near(personId, meeting, minute);
      if (other) yield { kind: 'person', personId, unitId: other.unitIds[0]!, on, startsAt: other.startsAt };
    }
    for (const serviceId of services) {
      const full = this.overfull(serviceId, meeting);
      if (full) yield { kind: 'service', serviceId, ...full };
    }
  }

  /** The week, if the meeting would exceed the service's capacity in it. */
  private overfull(serviceId: string, { key, on }: MeetingInPlan) {
    const capacity = this.capacity.get(serviceId) ?? Number.POSITIVE_INFINITY;
    const week = mondayOf(on);
    const there = this.diaries.get(serviceId)?.get(week) ?? [];
    if (there.length < capacity) return undefined;
    const wanted = there.length + (there.some((it) => it.meeting.key === key) ? 0 : 1);
    return wanted > capacity ? { week, wanted, capacity } : undefined;
  }

  /** Another meeting of the person or unit at about that hour of that day. */
  private near(who: string, { key, on }: MeetingInPlan, minute: number): MeetingInPlan | undefined {
    return this.diaries
      .get(who)
      ?.get(on)
      ?.find((it) => it.meeting.key !== key && Math.abs(it.minute - minute) < MINUTES_APART)?.meeting;
  }

  private write(who: string, at: CalendarDate, entry: Entry): void {
    const diary = this.diaries.get(who) ?? new Map<CalendarDate, Entry[]>();
    this.diaries.set(who, diary.set(at, [...(diary.get(at) ?? []), entry]));
  }

  /** All expected participants of the units together, each once. */
  private participantsAt(unitIds: readonly string[]): ExpectedParticipants {
    const key = unitIds.join();
    const known = this.known.get(key);
    if (known) return known;
    const of = (wanted: keyof ExpectedParticipants) => [
      ...new Set(unitIds.flatMap((id) => (this.participantsByUnit.get(id) ?? NOBODY)[wanted])),
    ];
    const participants = { people: of('people'), services: of('services') };
    this.known.set(key, participants);
    return participants;
  }
}

const mondays = new Map<CalendarDate, CalendarDate>();
/**
 * The Monday of the day's week. Cached, since it is called hundreds of thousands of times for the days of a few years.
 */
export function mondayOf(day: CalendarDate): CalendarDate {
  const known = mondays.get(day);
  if (known !== undefined) return known;
  const monday = addDays(day, 1 - weekdayOf(day));
  mondays.set(day, monday);
  return monday;
}

/** True when two meetings begin so close in time that nobody can attend both. */
export const isNear = (a: string, b: string, minutesApart = MINUTES_APART): boolean =>
  Math.abs(minuteOf(a) - minuteOf(b)) < minutesApart;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
