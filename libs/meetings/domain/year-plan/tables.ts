import { addDays, weekdayOf, type CalendarDate, type TimeOfDay } from '#platform/kernel';

/** A meeting as the year plan sees it: decided, or only proposed. */
export interface Sitting {
  /** Tells it from the others: the meeting's id, or `<unitId>/<month>` of one that is not decided. */
  readonly key: string;
  /** The first one hosts. */
  readonly unitIds: readonly string[];
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
}

/** Who is wanted at a unit's table each time. */
export interface Seats {
  /** Standing participants, and the people whom services that must attend send. */
  readonly people: readonly string[];
  /** Services that must attend. */
  readonly services: readonly string[];
}

/** What stands in the way of a meeting on a day and hour. */
export type Collision =
  /** The person sits at another table at about that hour. */
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
  /** Chosen on a day on which the unit is not at work. */
  | { readonly kind: 'free-day'; readonly on: CalendarDate };

/** So close in time, in minutes, that nobody can be at both. */
export const MINUTES_APART = 120;
const NOBODY: Seats = { people: [], services: [] };

/** A sitting at one place of the calendar. */
interface Entry {
  readonly sitting: Sitting;
  readonly minute: number;
}
/** Of one person, unit or service: what stands on each day, or in each week by its Monday. */
type Diary = Map<CalendarDate, Entry[]>;

/** Who sits at which table when, and how many meetings each service has each week. */
export class Tables {
  private readonly diaries = new Map<string, Diary>();
  private readonly known = new Map<string, Seats>();

  constructor(
    private readonly seats: ReadonlyMap<string, Seats>,
    /** Meetings a week that a service can attend; a service that is not here can attend any number. */
    private readonly capacity: ReadonlyMap<string, number>,
  ) {}

  add(sitting: Sitting): void {
    const { unitIds, on } = sitting;
    const entry = { sitting, minute: minuteOf(sitting.startsAt) };
    const { people, services } = this.seatsAt(unitIds);
    for (const who of [...unitIds, ...people]) this.write(who, on, entry);
    for (const serviceId of services) {
      const week = mondayOf(on);
      // Two places that are kept for one meeting in a week are one meeting to the service.
      if (
        !this.diaries
          .get(serviceId)
          ?.get(week)
          ?.some((it) => it.sitting.key === sitting.key)
      )
        this.write(serviceId, week, entry);
    }
  }

  /** What stands in the way of the sitting, itself not counted. */
  collisionsOf(sitting: Sitting): readonly Collision[] {
    return [...this.inTheWayOf(sitting)];
  }

  /** True where nobody and no unit is taken at that hour; far quicker than naming those who are. */
  isFreeFor(sitting: Sitting): boolean {
    const minute = minuteOf(sitting.startsAt);
    const { people } = this.seatsAt(sitting.unitIds);
    const isTaken = (who: string) => this.near(who, sitting, minute) !== undefined;
    return !sitting.unitIds.some(isTaken) && !people.some(isTaken);
  }

  /** True where every service can attend one meeting more that week, whatever the hour. */
  hasRoomFor(sitting: Sitting): boolean {
    return this.seatsAt(sitting.unitIds).services.every((serviceId) => !this.overfull(serviceId, sitting));
  }

  private *inTheWayOf(sitting: Sitting): Generator<Collision> {
    const { unitIds, on, startsAt } = sitting;
    const minute = minuteOf(startsAt);
    const { people, services } = this.seatsAt(unitIds);
    for (const unitId of unitIds) {
      const other = this.near(unitId, sitting, minute);
      if (other) yield { kind: 'unit', unitId, on, startsAt: other.startsAt };
    }
    for (const personId of people) {
      const other = this.near(personId, sitting, minute);
      if (other) yield { kind: 'person', personId, unitId: other.unitIds[0]!, on, startsAt: other.startsAt };
    }
    for (const serviceId of services) {
      const full = this.overfull(serviceId, sitting);
      if (full) yield { kind: 'service', serviceId, ...full };
    }
  }

  /** The week, where the sitting would be more than the service can attend in it. */
  private overfull(serviceId: string, { key, on }: Sitting) {
    const capacity = this.capacity.get(serviceId) ?? Number.POSITIVE_INFINITY;
    const week = mondayOf(on);
    const there = this.diaries.get(serviceId)?.get(week) ?? [];
    if (there.length < capacity) return undefined;
    const wanted = there.length + (there.some((it) => it.sitting.key === key) ? 0 : 1);
    return wanted > capacity ? { week, wanted, capacity } : undefined;
  }

  /** Another sitting of the person or unit at about that hour of that day. */
  private near(who: string, { key, on }: Sitting, minute: number): Sitting | undefined {
    return this.diaries
      .get(who)
      ?.get(on)
      ?.find((it) => it.sitting.key !== key && Math.abs(it.minute - minute) < MINUTES_APART)?.sitting;
  }

  private write(who: string, at: CalendarDate, entry: Entry): void {
    const diary = this.diaries.get(who) ?? new Map<CalendarDate, Entry[]>();
    this.diaries.set(who, diary.set(at, [...(diary.get(at) ?? []), entry]));
  }

  /** Everyone whom the units together want at the table, each once. */
  private seatsAt(unitIds: readonly string[]): Seats {
    const key = unitIds.join();
    const known = this.known.get(key);
    if (known) return known;
    const of = (wanted: keyof Seats) => [...new Set(unitIds.flatMap((id) => (this.seats.get(id) ?? NOBODY)[wanted]))];
    const seats = { people: of('people'), services: of('services') };
    this.known.set(key, seats);
    return seats;
  }
}

const mondays = new Map<CalendarDate, CalendarDate>();
/** The Monday of the day's week. Asked by the hundred thousand, of the days of a few years. */
export function mondayOf(day: CalendarDate): CalendarDate {
  const known = mondays.get(day);
  if (known !== undefined) return known;
  const monday = addDays(day, 1 - weekdayOf(day));
  mondays.set(day, monday);
  return monday;
}

/** True when two meetings begin so close in time that nobody can be at both. */
export const isNear = (a: string, b: string, minutesApart = MINUTES_APART): boolean =>
  Math.abs(minuteOf(a) - minuteOf(b)) < minutesApart;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
