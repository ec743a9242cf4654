import { isSame, never, refuse, refuseAll, type Decider } from '#platform/kernel';
import {
  DEFAULT_DIGESTS,
  MunicipalityChanged,
  MunicipalityFormed,
  MunicipalityNumberChanged,
  MunicipalityRegistered,
  SchoolCalendarSet,
  nameOn,
  numbersAndNamesOf,
  SettingsChanged,
  SetupStepConfirmed,
  withCorrectedName,
  withNumber,
  type Ladder,
  type MunicipalityEvent,
  type SchoolCalendar,
  type Settings,
} from '../../contract/index.js';
import type { Dated } from '../dated-commands.js';
import type {
  ChangeMunicipality,
  ChangeNumber,
  FormMunicipality,
  MunicipalityCommand,
  RegisterMunicipality,
} from './municipality.commands.js';
import { brokenCalendar, brokenSettings, when, type CalendarRule, type SettingsRule } from './settings-checks.js';
import {
  detailsOn,
  isForTheSame,
  withCalendar,
  type Municipality,
  type RegisteredMunicipality,
} from './municipality.state.js';

export type MunicipalityRule =
  | 'NOT_FOUND'
  | 'MUNICIPALITY_ALREADY_REGISTERED'
  | 'DEMO_IS_FIXED'
  | 'NUMBER_IS_THE_SAME'
  | 'NUMBER_CHANGE_NOT_AFTER_THE_LAST'
  | 'NUMBER_OF_ANOTHER'
  | SettingsRule
  | CalendarRule;

/** A municipality, its numbers and names, its settings, and its school calendars. */
export const municipality: Decider<Municipality, Dated<MunicipalityCommand>, MunicipalityEvent, MunicipalityRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: Dated<MunicipalityCommand>, state: Municipality) {
  if (command.type === 'RegisterMunicipality') return register(command, state);
  if (command.type === 'FormMunicipality') return form(command, state);
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  switch (command.type) {
    case 'ChangeMunicipality':
      return changeDetails(command, state);
    case 'ChangeNumber':
      return changeNumber(command, state);
    case 'ChangeSettings':
      return changeSettings(command.settings, state);
    case 'ChangeLadder':
      return changeSettings(withLadder(state.settings, command.ladder), state);
    case 'ChangeAnswersByLink':
      return changeSettings(withAnswers(state.settings, command.answersByLink), state);
    case 'SetSchoolCalendar': {
      const calendar = inOrder(command.calendar);
      const earlier = state.calendars.find((other) => isForTheSame(other, calendar));
      if (isSame(earlier, calendar)) return [];
      return refuseAll(brokenCalendar(command.calendar)) ?? [SchoolCalendarSet(calendar)];
    }
    case 'ConfirmSetupStep':
      return state.confirmed.includes(command.step) ? [] : [SetupStepConfirmed({ step: command.step })];
    default:
      return never(command);
  }
}

function register(command: Dated<RegisterMunicipality>, state: Municipality) {
  const { type: _, number, settings, kind, today, ...details } = command;
  if (state.status === 'registered')
    return isSame(details, detailsOn(state, today)) ? [] : refuse('MUNICIPALITY_ALREADY_REGISTERED');
  return (
    refuseAll(brokenSettings(settings)) ?? [
      MunicipalityRegistered({ number, ...details, settings, ...(kind && { kind }) }),
    ]
  );
}

function form(command: Dated<FormMunicipality>, state: Municipality) {
  const { type: _, number, settings, calendars, formed, today: __, ...details } = command;
  if (state.status === 'registered' && state.formed !== null)
    return isSame(formed, state.formed) ? [] : refuse('MUNICIPALITY_ALREADY_REGISTERED');
  if (state.status === 'registered' && details.demo !== state.demo) return refuse('DEMO_IS_FIXED', 'demo');
  // An import of the list of municipalities may have registered it, without people and units.
  const registered =
    state.status === 'registered'
      ? [MunicipalityChanged(details), SettingsChanged({ settings })]
      : [MunicipalityRegistered({ number, ...details, settings })];
  return (
    refuseAll(brokenSettings(settings)) ?? [
      ...registered,
      ...calendars.map((calendar) => SchoolCalendarSet(calendar)),
      MunicipalityFormed(formed),
    ]
  );
}

const changeSettings = (settings: Settings, state: RegisteredMunicipality) =>
  isSame(settings, state.settings) ? [] : (refuseAll(brokenSettings(settings)) ?? [SettingsChanged({ settings })]);

/** Without steps of its own, a municipality follows the defaults. */
function withLadder({ ladder: _, ...others }: Settings, ladder: Ladder): Settings {
  return Object.keys(ladder).length === 0 ? others : { ...others, ladder };
}

/** A municipality whose links are as asked for already keeps following the defaults, if it does. */
function withAnswers(settings: Settings, answersByLink: boolean): Settings {
  const { digests = DEFAULT_DIGESTS } = settings;
  return digests.answersByLink === answersByLink ? settings : { ...settings, digests: { ...digests, answersByLink } };
}

function changeDetails({ type: _, today, ...details }: Dated<ChangeMunicipality>, state: RegisteredMunicipality) {
  // Fictional and real data are never exchanged, and their sign-in differs.
  if (details.demo !== state.demo) return refuse('DEMO_IS_FIXED', 'demo');
  if (isSame(details, detailsOn(state, today))) return [];
  // The name that holds today is corrected; earlier and later names stay.
  const from = state.names.findLast((name) => name.from === null || name.from <= today)?.from;
  return [MunicipalityChanged({ ...details, ...(from && { from }) })];
}

function changeNumber({ number, name, from, isTaken }: ChangeNumber, state: RegisteredMunicipality) {
  const last = state.numbers.at(-1)!;
  const isNewName = name !== null && name !== nameOn(state, from);
  if (number === last.number && from === last.from && !isNewName) return [];
  return (
    refuseAll([
      ...when(number === last.number, 'NUMBER_IS_THE_SAME', 'number'),
      ...when(last.from !== null && from <= last.from, 'NUMBER_CHANGE_NOT_AFTER_THE_LAST', 'from'),
      ...when(isTaken, 'NUMBER_OF_ANOTHER', 'number'),
    ]) ?? [MunicipalityNumberChanged({ number, ...(isNewName && { name }), from })]
  );
}

const inOrder = (calendar: SchoolCalendar): SchoolCalendar => ({
  ...calendar,
  closed: [...calendar.closed].sort((a, b) => (a.from < b.from ? -1 : 1)),
});

function evolve(state: Municipality, event: MunicipalityEvent): Municipality {
  if (event.type === 'registry.MunicipalityRegistered') {
    const { number, name, languageForm, demo, settings, kind = 'municipality' } = event.data;
    const named = numbersAndNamesOf(number, name);
    return {
      status: 'registered',
      kind,
      ...named,
      languageForm,
      demo,
      settings,
      calendars: [],
      confirmed: [],
      formed: null,
    };
  }
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.MunicipalityChanged': {
      const { name, languageForm, demo, from = null } = event.data;
      return { ...state, names: withCorrectedName(state.names, name, from), languageForm, demo };
    }
    case 'registry.MunicipalityNumberChanged':
      return { ...state, ...withNumber(state, event.data) };
    case 'registry.MunicipalityFormed':
      return { ...state, formed: event.data };
    case 'registry.SettingsChanged':
      return { ...state, settings: event.data.settings };
    case 'registry.SchoolCalendarSet':
      return { ...state, calendars: withCalendar(state.calendars, event.data) };
    case 'registry.SetupStepConfirmed':
      return { ...state, confirmed: [...state.confirmed, event.data.step] };
    default:
      return never(event);
  }
}
