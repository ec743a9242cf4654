import type { CalendarDate, ServiceId } from '#platform/kernel';
import type { ServiceDetails } from '../../contract/index.js';

export interface RegisterService {
  readonly type: 'RegisterService';
  readonly serviceId: ServiceId;
  readonly details: ServiceDetails;
  /** True when there is no service unit, or it belongs to the municipality and is open. */
  readonly serviceUnitIsOpen: boolean;
}
export interface ChangeService {
  readonly type: 'ChangeService';
  readonly details: ServiceDetails;
  readonly serviceUnitIsOpen: boolean;
}
/** Sets how many meetings per week the service can attend, for the year's plan. */
export interface SetServiceCapacity {
  readonly type: 'SetServiceCapacity';
  /** Null: as many as its members can. */
  readonly meetingsPerWeek: number | null;
}
/** Closes it after `on`, or changes the day of a closure that has not begun. */
export interface CloseService {
  readonly type: 'CloseService';
  readonly on: CalendarDate;
}
export interface ReopenService {
  readonly type: 'ReopenService';
  readonly on: CalendarDate;
}
/** Withdraws a closure that has not begun. */
export interface WithdrawServiceClosure {
  readonly type: 'WithdrawServiceClosure';
}
export type ServiceCommand =
  RegisterService | ChangeService | SetServiceCapacity | CloseService | ReopenService | WithdrawServiceClosure;
