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
export interface CloseServiceUnit {
  readonly type: 'CloseServiceUnit';
  readonly on: CalendarDate;
  /** True when it still leads a service that is not closed. */
  readonly leadsOpenServices: boolean;
}
export type ServiceUnitCommand = RegisterServiceUnit | RenameServiceUnit | CloseServiceUnit;
