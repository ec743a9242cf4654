import type { CalendarDate, SchoolYear } from '#platform/kernel';

/** What the alerts context may ask about services that stay away. */
export abstract class ServiceAbsences {
  /** Units at whose last meetings of the school year, by filed protocols, nobody of an expected service was. */
  abstract inARow(
    municipality: string,
    schoolYear: SchoolYear,
    serviceIds: readonly string[],
  ): Promise<readonly ServiceAbsenceDto[]>;
}

export interface ServiceAbsenceDto {
  readonly serviceId: string;
  readonly unitId: string;
  /** Meetings in a row, up to the last one held. */
  readonly times: number;
  /** The last of them. */
  readonly lastOn: CalendarDate;
}
