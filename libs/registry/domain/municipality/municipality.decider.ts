import { isSame, never, refuse, refuseAll, type Decider } from '#platform/kernel';
import {
  MunicipalityChanged,
  MunicipalityRegistered,
  SchoolCalendarSet,
  SettingsChanged,
  type MunicipalityEvent,
  type SchoolCalendar,
} from '../../contract/index.js';
import type { MunicipalityCommand, RegisterMunicipality } from './municipality.commands.js';
import { brokenCalendar, brokenSettings, type CalendarRule, type SettingsRule } from './settings-checks.js';
import { isForTheSame, withCalendar, type Municipality } from './municipality.state.js';

export type MunicipalityRule =
  'NOT_FOUND' | 'MUNICIPALITY_ALREADY_REGISTERED' | 'DEMO_IS_FIXED' | SettingsRule | CalendarRule;

/** A municipality, its settings, and its school calendars. */
export const municipality: Decider<Municipality, MunicipalityCommand, MunicipalityEvent, MunicipalityRule> = {
  initialState: { status: 'not-registered' },
  decide,
  evolve,
};

function decide(command: MunicipalityCommand, state: Municipality) {
  if (command.type === 'RegisterMunicipality') return register(command, state);
  if (state.status === 'not-registered') return refuse('NOT_FOUND');
  switch (command.type) {
    case 'ChangeMunicipality': {
      const { type: _, ...details } = command;
      // Fictional and real data are never exchanged, and their sign-in differs.
      if (details.demo !== state.details.demo) return refuse('DEMO_IS_FIXED', 'demo');
      return isSame(details, state.details) ? [] : [MunicipalityChanged(details)];
    }
    case 'ChangeSettings':
      if (isSame(command.settings, state.settings)) return [];
      return refuseAll(brokenSettings(command.settings)) ?? [SettingsChanged({ settings: command.settings })];
    case 'SetSchoolCalendar': {
      const calendar = inOrder(command.calendar);
      const earlier = state.calendars.find((other) => isForTheSame(other, calendar));
      if (isSame(earlier, calendar)) return [];
      return refuseAll(brokenCalendar(command.calendar)) ?? [SchoolCalendarSet(calendar)];
    }
    default:
      return never(command);
  }
}

function register({ type: _, number, settings, ...details }: RegisterMunicipality, state: Municipality) {
  if (state.status === 'registered')
    return isSame(details, state.details) ? [] : refuse('MUNICIPALITY_ALREADY_REGISTERED');
  return refuseAll(brokenSettings(settings)) ?? [MunicipalityRegistered({ number, ...details, settings })];
}

const inOrder = (calendar: SchoolCalendar): SchoolCalendar => ({
  ...calendar,
  closed: [...calendar.closed].sort((a, b) => (a.from < b.from ? -1 : 1)),
});

function evolve(state: Municipality, event: MunicipalityEvent): Municipality {
  if (event.type === 'registry.MunicipalityRegistered') {
    const { number: _, settings, ...details } = event.data;
    return { status: 'registered', details, settings, calendars: [] };
  }
  if (state.status === 'not-registered') return state;
  switch (event.type) {
    case 'registry.MunicipalityChanged':
      return { ...state, details: event.data };
    case 'registry.SettingsChanged':
      return { ...state, settings: event.data.settings };
    case 'registry.SchoolCalendarSet':
      return { ...state, calendars: withCalendar(state.calendars, event.data) };
    default:
      return never(event);
  }
}
