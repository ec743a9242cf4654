import type { CalendarDate, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { Obligation, StandingParticipant, UnitDetails } from '../../contract/index.js';

export interface RegisterUnit {
  readonly type: 'RegisterUnit';
  readonly unitId: UnitId;
  readonly details: UnitDetails;
  /** Not given: by the kind of unit (`defaultObligation`). */
  readonly obligation?: Obligation;
  readonly from: CalendarDate;
  /** Whether the unit's municipality is registered. */
  readonly municipalityIsRegistered: boolean;
}
export interface ChangeUnitDetails {
  readonly type: 'ChangeUnitDetails';
  readonly details: UnitDetails;
}
export interface ChangeObligation extends Obligation {
  readonly type: 'ChangeObligation';
  readonly from: CalendarDate;
}

/** What the other unit is, as far as meeting at its table goes; unknown where the municipality has no such unit. */
export type HostStanding = 'unknown' | 'closed' | 'guest-elsewhere' | 'can-host';
export interface SetJointMeetingPlace {
  readonly type: 'SetJointMeetingPlace';
  readonly hostUnitId: UnitId | null;
  readonly from: CalendarDate;
  /** Read before; says nothing when there is no host. */
  readonly host: HostStanding;
  /** True when other units meet at this unit's own table. */
  readonly hostsOthers: boolean;
}
/** Closes it after `on`, or changes the day of a closure that has not begun. */
export interface CloseUnit {
  readonly type: 'CloseUnit';
  readonly on: CalendarDate;
  readonly reason: string;
}
export interface ReopenUnit {
  readonly type: 'ReopenUnit';
  readonly on: CalendarDate;
}
/** Takes back a closure that has not begun. */
export interface WithdrawUnitClosure {
  readonly type: 'WithdrawUnitClosure';
}
export interface AssignService {
  readonly type: 'AssignService';
  readonly serviceId: ServiceId;
  readonly contactId: PersonId | null;
  readonly mustAttend: boolean;
  /** True when the municipality has the service and it is not closed. */
  readonly serviceIsOpen: boolean;
  /** True when there is no contact, or they are active today. */
  readonly contactIsActive: boolean;
}
export interface UnassignService {
  readonly type: 'UnassignService';
  readonly serviceId: ServiceId;
}
export interface SetStandingParticipants {
  readonly type: 'SetStandingParticipants';
  readonly participants: readonly StandingParticipant[];
  /** Those among participants and deputies who are active today. */
  readonly active: ReadonlySet<string>;
}
export type UnitCommand =
  | RegisterUnit
  | ChangeUnitDetails
  | ChangeObligation
  | SetJointMeetingPlace
  | CloseUnit
  | ReopenUnit
  | WithdrawUnitClosure
  | AssignService
  | UnassignService
  | SetStandingParticipants;
