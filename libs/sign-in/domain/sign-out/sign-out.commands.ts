import type { CalendarDate, PersonId } from '#platform/kernel';

/** Signs a person out everywhere, by somebody else. */
export interface SignOutPerson {
  readonly type: 'SignOutPerson';
  readonly personId: PersonId;
  readonly on: CalendarDate;
}
/** Signs out everybody of the installation. */
export interface SignOutEverybody {
  readonly type: 'SignOutEverybody';
  readonly on: CalendarDate;
}
export type SignOutCommand = SignOutPerson | SignOutEverybody;
