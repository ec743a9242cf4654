import type { EventOf } from '#platform/kernel';
import { readModel, streamId } from '#platform/projections';
import type { StreamHandedOver } from '#platform/streams';
import { numbersAndNamesOf, withCorrectedName, withNumber, type MunicipalityEvent } from '../../contract/index.js';
import { withCalendar } from '../../domain/municipality/municipality.state.js';
import { ownRow } from '../own-row.js';
import { MunicipalityRow } from './municipality.entity.js';

/** Municipalities, their numbers and names, their settings and their school calendars. */
export const municipalities = readModel<
  MunicipalityRow,
  MunicipalityEvent | EventOf<{ StreamHandedOver: typeof StreamHandedOver }>
>({
  name: 'municipality',
  version: 4,
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
        confirmed: [],
        formed: null,
        successor: null,
        revision: Number(revision),
      }),
    },
    'registry.MunicipalityChanged': ownRow((row, { name, languageForm, demo, from = null }) => ({
      names: withCorrectedName(row.names, name, from),
      languageForm,
      demo,
    })),
    'registry.MunicipalityNumberChanged': ownRow((row, change) => withNumber(row, change)),
    'registry.MunicipalityFormed': ownRow((_, formed) => ({ formed })),
    'operations.StreamHandedOver': {
      rows: (event) => (event.stream === `municipality-${event.tenant}` ? [streamId(event)] : []),
      fold: (row, { data: { to } }) => row && { ...row, successor: { tenant: to.tenant, name: to.name } },
    },
    'registry.SettingsChanged': ownRow((_, { settings }) => ({ settings })),
    'registry.SetupStepConfirmed': ownRow((row, { step }) => ({ confirmed: [...row.confirmed, step] })),
    'registry.SchoolCalendarSet': ownRow((row, calendar) => ({ calendars: withCalendar(row.calendars, calendar) })),
  },
});
