import type { CalendarDate, MunicipalityNumber } from '#platform/kernel';
import type {
  Formed,
  Ladder,
  MunicipalityDetails,
  SchoolCalendar,
  Settings,
  SetupStep,
  TenantKind,
} from '../../contract/index.js';

export interface RegisterMunicipality extends MunicipalityDetails {
  readonly type: 'RegisterMunicipality';
  readonly number: MunicipalityNumber;
  readonly settings: Settings;
  /** Absent: a municipality. */
  readonly kind?: TenantKind;
}
/** Registers a municipality that a merger has formed. */
export interface FormMunicipality extends MunicipalityDetails {
  readonly type: 'FormMunicipality';
  readonly number: MunicipalityNumber;
  readonly settings: Settings;
  readonly calendars: readonly SchoolCalendar[];
  readonly formed: Formed;
}
export interface ChangeMunicipality extends MunicipalityDetails {
  readonly type: 'ChangeMunicipality';
}
export interface ChangeNumber {
  readonly type: 'ChangeNumber';
  readonly number: MunicipalityNumber;
  /** The name from that day on; null: as before. */
  readonly name: string | null;
  readonly from: CalendarDate;
  /** True when another tenant has the number on that day or later. */
  readonly isTaken: boolean;
}
export interface ChangeSettings {
  readonly type: 'ChangeSettings';
  readonly settings: Settings;
}
/** Replaces the steps of alerts; other settings stay. */
export interface ChangeLadder {
  readonly type: 'ChangeLadder';
  /** A kind that is absent has the default steps. */
  readonly ladder: Ladder;
}
/** Whether owners of actions may answer by the link in a mail; other settings stay. */
export interface ChangeAnswersByLink {
  readonly type: 'ChangeAnswersByLink';
  readonly answersByLink: boolean;
}
export interface SetSchoolCalendar {
  readonly type: 'SetSchoolCalendar';
  readonly calendar: SchoolCalendar;
}
/** The coordinator has looked at what the municipality begins with. */
export interface ConfirmSetupStep {
  readonly type: 'ConfirmSetupStep';
  readonly step: SetupStep;
}
export type MunicipalityCommand =
  | RegisterMunicipality
  | FormMunicipality
  | ChangeMunicipality
  | ChangeNumber
  | ChangeSettings
  | ChangeLadder
  | ChangeAnswersByLink
  | SetSchoolCalendar
  | ConfirmSetupStep;
