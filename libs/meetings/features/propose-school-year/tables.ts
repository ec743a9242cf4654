import type { CalendarDate } from '#platform/kernel';
import type { UnitDto } from '#registry/contract';

/** So close in time that nobody can be at both. */
const MINUTES_APART = 120;

/** Who sits at which table when, so that nobody is asked to be in two places. */
export class Tables {
  private readonly standing: ReadonlyMap<string, readonly string[]>;
  /** `<personId>/<day>` → the minutes of the day at which they begin a meeting. */
  private readonly taken = new Map<string, number[]>();

  constructor(units: readonly UnitDto[]) {
    this.standing = new Map(units.map((unit) => [unit.unitId, unit.standing.map(({ personId }) => personId)]));
  }

  /** The units' standing participants are taken at that hour. */
  set(unitIds: readonly string[], day: CalendarDate, startsAt: string): void {
    for (const personId of this.at(unitIds)) {
      const key = `${personId}/${day}`;
      this.taken.set(key, [...(this.taken.get(key) ?? []), minuteOf(startsAt)]);
    }
  }

  /** Those of the units' standing participants who sit at another table at about that hour. */
  takenBy(unitIds: readonly string[], day: CalendarDate, startsAt: string): readonly string[] {
    const minute = minuteOf(startsAt);
    return this.at(unitIds).filter((personId) =>
      this.taken.get(`${personId}/${day}`)?.some((other) => Math.abs(other - minute) < MINUTES_APART),
    );
  }

  private at(unitIds: readonly string[]): readonly string[] {
    return [...new Set(unitIds.flatMap((unitId) => this.standing.get(unitId) ?? []))];
  }
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
