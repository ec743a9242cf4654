import type { CalendarDate, PersonId } from '#platform/kernel';
import type { HeldRole } from '../../contract/index.js';

/** Requests that a coordinator's role may end on a day. */
export interface ReserveEnd {
  readonly type: 'ReserveEnd';
  readonly personId: PersonId;
  readonly roleId: string;
  /** The role's last day. */
  readonly on: CalendarDate;
  /** The other coordinator roles of the municipality, read beforehand. */
  readonly others: readonly Pick<HeldRole, 'roleId' | 'from' | 'to'>[];
  /** ISO instants: the current time, and the expiry of the reservation. */
  readonly now: string;
  readonly until: string;
}
/** Cancels the reservation because the role did not end. */
export interface ReleaseEnd {
  readonly type: 'ReleaseEnd';
  readonly roleId: string;
}
export type CoordinatorsCommand = ReserveEnd | ReleaseEnd;
