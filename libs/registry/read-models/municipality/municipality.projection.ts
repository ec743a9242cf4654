import { readModel, streamId } from '#platform/projections';
import { numbersAndNamesOf, withCorrectedName, withNumber, type MunicipalityEvent } from '../../contract/index.js';
import { withCalendar } from '../../domain/municipality/municipality.state.js';
import { ownRow } from '../own-row.js';
import { MunicipalityRow } from './municipality.entity.js';

/** Municipalities, their numbers and names, their settings and their school calendars. */
export const municipalities = readModel<MunicipalityRow, MunicipalityEvent>({
  name: 'municipality',
  version: 2,
  entity: MunicipalityRow,
  on: {
    'registry.MunicipalityRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, revision }) => ({
        tenant: data.number,
        kind: data.kind ?? 'municipality',
        ...numbersAndNamesOf(data.number, data.name),
        languageForm: data.languageForm,
        demo: data.demo,
        settings: data.settings,
        calendars: [],
        revision: Number(revision),
      }),
    },
    'registry.MunicipalityChanged': ownRow((row, { name, languageForm, demo, from = null }) => ({
      names: withCorrectedName(row.names, name, from),
      languageForm,
      demo,
    })),
    'registry.MunicipalityNumberChanged': ownRow((row, change) => withNumber(row, change)),
    'registry.SettingsChanged': ownRow((_, { settings }) => ({ settings })),
    'registry.SchoolCalendarSet': ownRow((row, calendar) => ({ calendars: withCalendar(row.calendars, calendar) })),
  },
});
