import type { CalendarDate } from '#platform/kernel';
import {
  nameOn,
  type Formed,
  type MunicipalityDetails,
  type NumbersAndNames,
  type SchoolCalendar,
  type Settings,
  type SetupStep,
  type TenantKind,
} from '../../contract/index.js';

export type Municipality = NotRegistered | RegisteredMunicipality;

interface NotRegistered {
  readonly status: 'not-registered';
}
export interface RegisteredMunicipality extends NumbersAndNames {
  readonly status: 'registered';
  readonly kind: TenantKind;
  readonly languageForm: MunicipalityDetails['languageForm'];
  readonly demo: boolean;
  readonly settings: Settings;
  /** One per school year and kind of unit. */
  readonly calendars: readonly SchoolCalendar[];
  readonly confirmed: readonly SetupStep[];
  /** The merger that formed it; null for none. */
  readonly formed: Formed | null;
}

/** The details with the name on the day. */
export const detailsOn = (state: RegisteredMunicipality, day: CalendarDate): MunicipalityDetails => ({
  name: nameOn(state, day),
  languageForm: state.languageForm,
  demo: state.demo,
});

/** The calendars with this one replacing the earlier one for the same school year and kind; sorted by year and kind. */
export const withCalendar = (
  calendars: readonly SchoolCalendar[],
  calendar: SchoolCalendar,
): readonly SchoolCalendar[] =>
  [...calendars.filter((other) => !isForTheSame(other, calendar)), calendar].sort(
    (a, b) => a.schoolYear - b.schoolYear || (a.kind < b.kind ? -1 : 1),
  );

export const isForTheSame = (a: SchoolCalendar, b: SchoolCalendar): boolean =>
  a.schoolYear === b.schoolYear && a.kind === b.kind;
