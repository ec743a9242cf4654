import type { CalendarDate, PersonId } from '#platform/kernel';
import type { HeldRole } from '../../contract/index.js';

/** Asks whether a coordinator's role may end on a day. */
export interface ReserveEnd {
  readonly type: 'ReserveEnd';
  readonly personId: PersonId;
  readonly roleId: string;
  /** The role's last day. */
  readonly on: CalendarDate;
  /** The other coordinator roles of the municipality, read before. */
  readonly others: readonly Pick<HeldRole, 'roleId' | 'from' | 'to'>[];
  /** ISO instants: now, and how long the answer is kept for the person's own stream. */
  readonly now: string;
  readonly until: string;
}
/** Gives it up: the role was not ended. */
export interface ReleaseEnd {
  readonly type: 'ReleaseEnd';
  readonly roleId: string;
}
export type CoordinatorsCommand = ReserveEnd | ReleaseEnd;
