import { readModel, streamId } from '#platform/projections';
import type { MunicipalityEvent } from '../../contract/index.js';
import { withCalendar } from '../../domain/municipality/municipality.state.js';
import { ownRow } from '../own-row.js';
import { MunicipalityRow } from './municipality.entity.js';

/** Municipalities, their settings and their school calendars. */
export const municipalities = readModel<MunicipalityRow, MunicipalityEvent>({
  name: 'municipality',
  version: 1,
  entity: MunicipalityRow,
  on: {
    'registry.MunicipalityRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, revision }) => ({
        municipality: data.number,
        name: data.name,
        languageForm: data.languageForm,
        demo: data.demo,
        settings: data.settings,
        calendars: [],
        revision: Number(revision),
      }),
    },
    'registry.MunicipalityChanged': ownRow((_, { name, languageForm, demo }) => ({ name, languageForm, demo })),
    'registry.SettingsChanged': ownRow((_, { settings }) => ({ settings })),
    'registry.SchoolCalendarSet': ownRow((row, calendar) => ({ calendars: withCalendar(row.calendars, calendar) })),
  },
});
