import type { MunicipalityNumber } from '#platform/kernel';
import type { MunicipalityDetails, SchoolCalendar, Settings } from '../../contract/index.js';

export interface RegisterMunicipality extends MunicipalityDetails {
  readonly type: 'RegisterMunicipality';
  readonly number: MunicipalityNumber;
  readonly settings: Settings;
}
export interface ChangeMunicipality extends MunicipalityDetails {
  readonly type: 'ChangeMunicipality';
}
export interface ChangeSettings {
  readonly type: 'ChangeSettings';
  readonly settings: Settings;
}
export interface SetSchoolCalendar {
  readonly type: 'SetSchoolCalendar';
  readonly calendar: SchoolCalendar;
}
export type MunicipalityCommand = RegisterMunicipality | ChangeMunicipality | ChangeSettings | SetSchoolCalendar;
