import { CalendarDate, MunicipalityNumber, SchoolYear, TenantId } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  MunicipalityChanged,
  MunicipalityFormed,
  MunicipalityNumberChanged,
  MunicipalityRegistered,
  SchoolCalendarSet,
  SettingsChanged,
  SetupStepConfirmed,
  type Formed,
  type Ladder,
  type LadderReceiver,
  type MunicipalityDetails,
  type SchoolCalendar,
  type Settings,
  type SetupStep,
} from '../../contract/index.js';
import type {
  ChangeAnswersByLink,
  ChangeLadder,
  ChangeMunicipality,
  ChangeNumber,
  ChangeSettings,
  ConfirmSetupStep,
  FormMunicipality,
  RegisterMunicipality,
  SetSchoolCalendar,
} from './municipality.commands.js';

// Valid examples; a specification changes only the relevant fields.
const number = MunicipalityNumber.parse('9901');
const demovik: MunicipalityDetails = { name: 'Demovik', languageForm: 'nb', demo: true };
export const day = (text: string) => CalendarDate.parse(text);

export const settings = (changes: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, ...changes });
export const step = <To extends LadderReceiver>(workingDays: number, ...to: To[]) => ({ workingDays, to });
export const period = (from: string, to: string) => ({ from: day(from), to: day(to), reason: 'Ferie' });
export const calendar = ({
  schoolYear = 2026,
  firstDay = '2026-08-17',
  lastDay = '2027-06-18',
  closed = [period('2026-09-28', '2026-10-02')],
} = {}): SchoolCalendar => ({
  schoolYear: SchoolYear.parse(schoolYear),
  kind: 'school',
  firstDay: day(firstDay),
  lastDay: day(lastDay),
  closed,
});

export const registered = () => MunicipalityRegistered({ number, ...demovik, settings: settings() });
export const changed = (details: Partial<MunicipalityDetails>) => MunicipalityChanged({ ...demovik, ...details });
export const nameChanged = (name: string, from: string) => MunicipalityChanged({ ...demovik, name, from: day(from) });
export const numberChanged = (to: string, from: string, name?: string) =>
  MunicipalityNumberChanged({ number: MunicipalityNumber.parse(to), ...(name && { name }), from: day(from) });
export const settingsChanged = (changes: Partial<Settings>) => SettingsChanged({ settings: settings(changes) });
export const calendarSet = (it = calendar()) => SchoolCalendarSet(it);

export const register = (
  details: Partial<MunicipalityDetails> = {},
  changes: Partial<Settings> = {},
): RegisterMunicipality => ({
  type: 'RegisterMunicipality',
  number,
  ...demovik,
  ...details,
  settings: settings(changes),
});
export const formed = (changes: Partial<Formed> = {}): Formed => ({
  on: day('2027-01-01'),
  from: ['9902', '9903'].map((tenant) => ({
    tenant: TenantId.parse(tenant),
    numbers: [{ number: MunicipalityNumber.parse(tenant), from: null }],
    names: [{ name: `Kommune ${tenant}`, from: null }],
    unitIds: [],
    until: day('2027-01-01'),
  })),
  ...changes,
});
export const form = (changes: Partial<FormMunicipality> = {}): FormMunicipality => ({
  type: 'FormMunicipality',
  number,
  ...demovik,
  settings: settings(),
  calendars: [],
  formed: formed(),
  ...changes,
});
export const formedEvent = (it = formed()) => MunicipalityFormed(it);
export const change = (details: Partial<MunicipalityDetails> = {}): ChangeMunicipality => ({
  type: 'ChangeMunicipality',
  ...demovik,
  ...details,
});
export const changeNumber = (to: string, from: string, more: Partial<ChangeNumber> = {}): ChangeNumber => ({
  type: 'ChangeNumber',
  number: MunicipalityNumber.parse(to),
  name: null,
  from: day(from),
  isTaken: false,
  ...more,
});
export const changeAnswersByLink = (answersByLink: boolean): ChangeAnswersByLink => ({
  type: 'ChangeAnswersByLink',
  answersByLink,
});
export const changeLadder = (ladder: Ladder): ChangeLadder => ({ type: 'ChangeLadder', ladder });
export const changeSettings = (changes: Partial<Settings> = {}): ChangeSettings => ({
  type: 'ChangeSettings',
  settings: settings(changes),
});
export const setCalendar = (it = calendar()): SetSchoolCalendar => ({ type: 'SetSchoolCalendar', calendar: it });
export const confirm = (step: SetupStep): ConfirmSetupStep => ({ type: 'ConfirmSetupStep', step });
export const confirmed = (step: SetupStep) => SetupStepConfirmed({ step });
