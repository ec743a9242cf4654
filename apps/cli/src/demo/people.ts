import type { Role } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';

/** The services of the demo municipality, by a short name. */
export type ServiceKey = 'ppt' | 'health' | 'therapy' | 'youth' | 'child-welfare';

/** A role of an invented person, by the demo's own keys of units and services. */
export interface DemoRole {
  readonly role: Role;
  readonly unit?: string;
  readonly service?: ServiceKey;
  readonly serviceUnit?: boolean;
  readonly from: CalendarDate;
  /** Last day, for those who have left; told to the registry on that day. */
  readonly to: CalendarDate | null;
}

/** An invented person. */
export interface DemoPerson {
  /** Stable within the demo, `rektor-3`. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly roles: readonly DemoRole[];
}
