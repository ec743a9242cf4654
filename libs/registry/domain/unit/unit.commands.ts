import type { CalendarDate, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { Obligation, StandingParticipant, UnitDetails } from '../../contract/index.js';

export interface RegisterUnit {
  readonly type: 'RegisterUnit';
  readonly unitId: UnitId;
  readonly details: UnitDetails;
  /** Undefined: derived from the kind of unit (`defaultObligation`). */
  readonly obligation?: Obligation;
  readonly from: CalendarDate;
  /** True when the unit's municipality is registered. */
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

/** State of the other unit as a host; `unknown` when the municipality has no such unit. */
export type HostStanding = 'unknown' | 'closed' | 'guest-elsewhere' | 'can-host';
export interface SetJointMeetingPlace {
  readonly type: 'SetJointMeetingPlace';
  readonly hostUnitId: UnitId | null;
  readonly from: CalendarDate;
  /** Read beforehand; without meaning when there is no host. */
  readonly host: HostStanding;
  /** True when this unit hosts the meetings of other units. */
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
/** Withdraws a closure that has not begun. */
export interface WithdrawUnitClosure {
  readonly type: 'WithdrawUnitClosure';
}
export interface AssignService {
  readonly type: 'AssignService';
  readonly serviceId: ServiceId;
  readonly contactId: PersonId | null;
  readonly mustAttend: boolean;
  /** True when the service belongs to the municipality and is open. */
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
  /** The participants and deputies who are active today. */
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
