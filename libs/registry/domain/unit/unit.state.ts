import type { CalendarDate } from '#platform/kernel';
import type { Closures, Obligation, StandingParticipant, UnitDetails, UnitDto } from '../../contract/index.js';
import type { Timeline } from '../../contract/timeline.js';

export type Unit = NotRegistered | RegisteredUnit;
export type Assignment = UnitDto['services'][number];

interface NotRegistered {
  readonly status: 'not-registered';
}
export interface RegisteredUnit {
  readonly status: 'registered';
  readonly unitId: string;
  readonly details: UnitDetails;
  readonly obligations: Timeline<Obligation>;
  readonly hosts: Timeline<{ readonly hostUnitId: string | null }>;
  readonly services: readonly Assignment[];
  readonly standing: readonly StandingParticipant[];
  readonly registeredFrom: CalendarDate;
  readonly closures: Closures;
}

/** The services with this one replacing its earlier entry. */
export const withService = (services: readonly Assignment[], it: Assignment): readonly Assignment[] => [
  ...services.filter(({ serviceId }) => serviceId !== it.serviceId),
  it,
];
export const withoutService = (services: readonly Assignment[], serviceId: string): readonly Assignment[] =>
  services.filter((it) => it.serviceId !== serviceId);
