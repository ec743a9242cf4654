import { readModel, streamId } from '#platform/projections';
import type { PreferencesEvent } from '../../contract/index.js';
import { ChosenPreferencesRow } from './chosen-preferences.entity.js';

/** The last choices of everyone who has made any. */
export const chosenPreferences = readModel<ChosenPreferencesRow, PreferencesEvent>({
  name: 'digests-preferences',
  version: 1,
  entity: ChosenPreferencesRow,
  on: {
    'digests.PreferencesChosen': {
      rows: (event) => [streamId(event)],
      fold: (_, { tenant, data }, personId) => ({ personId, tenant, chosen: data }),
    },
  },
});
