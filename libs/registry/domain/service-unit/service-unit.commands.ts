import type { CalendarDate, ServiceUnitId } from '#platform/kernel';

export interface RegisterServiceUnit {
  readonly type: 'RegisterServiceUnit';
  readonly serviceUnitId: ServiceUnitId;
  readonly name: string;
}
export interface RenameServiceUnit {
  readonly type: 'RenameServiceUnit';
  readonly name: string;
}
/** Closes it after `on`, or changes the day of a closure that has not begun. */
export interface CloseServiceUnit {
  readonly type: 'CloseServiceUnit';
  readonly on: CalendarDate;
  /** True when it leads a service that is open after that day. */
  readonly leadsOpenServices: boolean;
}
export interface ReopenServiceUnit {
  readonly type: 'ReopenServiceUnit';
  readonly on: CalendarDate;
}
/** Withdraws a closure that has not begun. */
export interface WithdrawServiceUnitClosure {
  readonly type: 'WithdrawServiceUnitClosure';
}
export type ServiceUnitCommand =
  RegisterServiceUnit | RenameServiceUnit | CloseServiceUnit | ReopenServiceUnit | WithdrawServiceUnitClosure;
