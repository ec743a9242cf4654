import type { CalendarDate } from '#platform/kernel';

/** Queries of the alerts context about absent services. */
export abstract class ServiceAbsences {
  /** Units at whose last meetings of the day's school year, by filed protocols, an expected service was absent. */
  abstract inARow(
    tenant: string,
    today: CalendarDate,
    serviceIds: readonly string[],
  ): Promise<readonly ServiceAbsenceDto[]>;

  /** The same on each of these days, which are in order, from one reading for a school year. */
  abstract inARowOnEach(
    tenant: string,
    days: readonly CalendarDate[],
    serviceIds: readonly string[],
  ): Promise<ReadonlyMap<CalendarDate, readonly ServiceAbsenceDto[]>>;
}

export interface ServiceAbsenceDto {
  readonly serviceId: string;
  readonly unitId: string;
  /** Number of consecutive meetings, up to the last one held. */
  readonly times: number;
  /** The first of them. */
  readonly firstOn: CalendarDate;
  /** The last of them. */
  readonly lastOn: CalendarDate;
}
