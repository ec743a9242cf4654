import type { Role } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';

/** The services of the demo municipality, by short name. */
export type ServiceKey = 'ppt' | 'health' | 'therapy' | 'youth' | 'child-welfare';

/** A role of a fictional person, by the demo's own keys of units and services. */
export interface DemoRole {
  readonly role: Role;
  readonly unit?: string;
  readonly service?: ServiceKey;
  readonly serviceUnit?: boolean;
  readonly from: CalendarDate;
  /** Last day for those who have left, registered on that day; null otherwise. */
  readonly to: CalendarDate | null;
}

/** A fictional person. */
export interface DemoPerson {
  /** Stable within the demo, `rektor-3`. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly roles: readonly DemoRole[];
}
